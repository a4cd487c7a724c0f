import { Trans, useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A file that is dropped beside the fields is not taken, nor opened by the browser instead of the page:
 * which part of the message it belongs to is not known, and that is said.
 */
export function DropGuard() {
  const { t } = useLingui();
  const [missed, setMissed] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    window.addEventListener(
      'dragover',
      (event) => {
        if (isFile(event)) event.preventDefault();
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setMissed(true);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  if (!missed) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      title={t`The file was not attached.`}
      withCloseButton
      closeButtonLabel={t`Dismiss`}
      onClose={() => setMissed(false)}
    >
      <Trans>
        Drop it on the text, the email or the sound of the call that it belongs to, or press Attach
        file there.
      </Trans>
    </Alert>
  );
}
