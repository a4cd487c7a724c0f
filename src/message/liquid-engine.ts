import { Liquid, type LiquidOptions } from 'liquidjs';
import { textLimits } from '../contract/text-limits.ts';
import { noteValue } from './record-values.ts';
import { textFilters } from './text-filters.ts';

/** The tags that a text may use. Nothing loops, assigns, or reads a file, and nothing is left unread. */
export const allowedTags: readonly string[] = ['if', 'unless', 'case', 'comment', '#'];

/**
 * Liquid cut down to what a message needs: fields, filters and conditions. An empty field is false
 * in a condition, so that `{% if participant.first_name %}` means what it says.
 */
export const liquid: Liquid = restrictedLiquid();

/** The same, but where a value is put out it is noted, and a mark stands for it; see record-values.ts. */
export const recordingLiquid: Liquid = restrictedLiquid({ outputEscape: noteValue });

function restrictedLiquid(options: LiquidOptions = {}): Liquid {
  const engine = new Liquid({
    ...options,
    strictFilters: true,
    // Which fields there are is checked when a text is compiled; a custom one may be missing for somebody.
    strictVariables: false,
    ownPropertyOnly: true,
    jsTruthy: true,
    dynamicPartials: false,
    templates: {},
    parseLimit: textLimits.html,
    memoryLimit: 10_000_000,
    // Texts, values and filters are bounded, and nothing loops: this never comes before a machine that was
    // suspended, whose messages must not fail for it.
    renderLimit: 60_000,
  });
  for (const tag of Object.keys(engine.tags)) {
    if (!allowedTags.includes(tag)) delete engine.tags[tag];
  }
  for (const filter of Object.keys(engine.filters)) engine.unregisterFilter(filter);
  for (const filter of textFilters) engine.registerFilter(filter.name, filter.apply);
  return engine;
}
