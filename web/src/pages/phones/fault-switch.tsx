import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { SandboxDevice, SandboxFault } from '../../../../src/contract/sandbox.ts';
import { failureOf } from '../../api/failure.ts';
import { useSetFault } from '../../api/sandbox.ts';
import { useMayAct } from '../../api/session.ts';
import { failureInWords } from '../../wording/failures.ts';

const phoneFaults: readonly { value: SandboxFault; label: MessageDescriptor }[] = [
  { value: 'none', label: msg({ message: 'Works', context: 'phone or mailbox' }) },
  { value: 'landline', label: msg`A landline: takes no texts` },
  { value: 'blocked', label: msg`Blocked by the carrier` },
  { value: 'no_answer', label: msg`Nobody answers` },
  { value: 'voicemail', label: msg`Voicemail answers` },
  { value: 'slow', label: msg({ message: 'Slow', context: 'phone or mailbox' }) },
  { value: 'down', label: msg`The carrier is down` },
  { value: 'answer_lost', label: msg`Taken, but the answer is lost` },
];

const onlyOfPhones: readonly SandboxFault[] = ['landline', 'no_answer', 'voicemail'];
const mailboxFaults = phoneFaults
  .filter(({ value }) => !onlyOfPhones.includes(value))
  .map((fault) =>
    fault.value === 'blocked' ? { ...fault, label: msg`Refused by the mail server` } : fault,
  );

/** What goes wrong at a device from the next message on. */
export function FaultSwitch({ device }: { device: SandboxDevice }) {
  const { t } = useLingui();
  const setFault = useSetFault();
  const mayAct = useMayAct();
  const { kind, address } = device;
  const faults = kind === 'phone' ? phoneFaults : mailboxFaults;
  return (
    <NativeSelect
      size="xs"
      aria-label={t`What goes wrong at ${address}`}
      disabled={!mayAct}
      data={faults.map(({ value, label }) => ({ value, label: t(label) }))}
      value={setFault.isPending ? setFault.variables.fault : device.fault}
      error={setFault.error && failureInWords(failureOf(setFault.error)).what}
      onChange={(event) => {
        const chosen = phoneFaults.find(({ value }) => value === event.currentTarget.value);
        if (chosen) setFault.mutate({ kind, address, fault: chosen.value });
      }}
    />
  );
}
