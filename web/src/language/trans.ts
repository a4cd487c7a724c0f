import { Trans as LinguiTrans, type TransProps } from '@lingui/react';
import { createElement, Fragment } from 'react';

/**
 * What `<Trans>` becomes. Lingui reads the markup of a text once its values are in it; a name or a
 * title that holds a `<` of its own is handed over as an element, so that it is shown as it is.
 */
export function Trans({ values, ...rest }: TransProps) {
  return createElement(LinguiTrans, { ...rest, ...(values && { values: asWritten(values) }) });
}

function asWritten(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('<')
        ? createElement(Fragment, null, value)
        : value,
    ]),
  );
}
