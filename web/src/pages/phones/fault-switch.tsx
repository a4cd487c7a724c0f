import { NativeSelect } from '@mantine/core';
import type { SandboxDevice, SandboxFault } from '../../../../src/contract/sandbox.ts';
import { failureOf } from '../../api/failure.ts';
import { useSetFault } from '../../api/sandbox.ts';
import { useMayAct } from '../../api/session.ts';
import { failureInWords } from '../../wording/failures.ts';

const phoneFaults: readonly { value: SandboxFault; label: string }[] = [
  { value: 'none', label: 'Works' },
  { value: 'landline', label: 'A landline: takes no texts' },
  { value: 'blocked', label: 'Blocked by the carrier' },
  { value: 'no_answer', label: 'Nobody answers' },
  { value: 'voicemail', label: 'Voicemail answers' },
  { value: 'slow', label: 'Slow' },
  { value: 'down', label: 'The carrier is down' },
  { value: 'answer_lost', label: 'Taken, but the answer is lost' },
];

const onlyOfPhones: readonly SandboxFault[] = ['landline', 'no_answer', 'voicemail'];
const mailboxFaults = phoneFaults
  .filter(({ value }) => !onlyOfPhones.includes(value))
  .map((fault) =>
    fault.value === 'blocked' ? { ...fault, label: 'Refused by the mail server' } : fault,
  );

/** What goes wrong at a device from the next message on. */
export function FaultSwitch({ device }: { device: SandboxDevice }) {
  const setFault = useSetFault();
  const mayAct = useMayAct();
  const { kind, address } = device;
  return (
    <NativeSelect
      size="xs"
      aria-label={`What goes wrong at ${address}`}
      disabled={!mayAct}
      data={[...(kind === 'phone' ? phoneFaults : mailboxFaults)]}
      value={setFault.isPending ? setFault.variables.fault : device.fault}
      error={setFault.error && failureInWords(failureOf(setFault.error)).what}
      onChange={(event) => {
        const chosen = phoneFaults.find(({ value }) => value === event.currentTarget.value);
        if (chosen) setFault.mutate({ kind, address, fault: chosen.value });
      }}
    />
  );
}
