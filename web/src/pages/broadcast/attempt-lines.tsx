import type { Attempt } from '../../../../src/contract/delivery.ts';
import { exactMoment } from '../../format/time.ts';
import classes from './delivery-story.module.css';

const states: Readonly<Record<Attempt['state'], string>> = {
  submitting: 'being handed over',
  accepted: 'taken by the carrier',
  rejected: 'not taken',
  uncertain: 'no answer: it may have been taken',
  written_off: 'written off',
};

const crossings: Readonly<Record<NonNullable<Attempt['crossed']>, string>> = {
  paused: 'Crossed with the pause: it was already on its way.',
  taken_back: 'Crossed with taking it back: it was already on its way.',
  stop: 'Crossed with STOP: it was already on its way when they asked for no more.',
};

const receiptStates = {
  sent: 'sent on',
  delivered: 'delivered',
  undelivered: 'not delivered',
} as const;

/** One try: when, by whom, and the carrier's own words. */
export function AttemptLines({ attempt }: { attempt: Attempt }) {
  const {
    openedAt,
    provider,
    state,
    code,
    answer,
    providerRef,
    crossed,
    mayArriveTwice,
    receipts,
  } = attempt;
  return (
    <li>
      {exactMoment(openedAt)} · {provider}: {states[state]}
      <Said code={code} answer={answer} reference={providerRef} />
      {crossed && <div>{crossings[crossed]}</div>}
      {mayArriveTwice && (
        <div>The message was sent again before this was known: both may arrive.</div>
      )}
      {receipts.map((receipt) => (
        <div key={`${receipt.occurredAt} ${receipt.state}`}>
          {exactMoment(receipt.occurredAt)} · Report: {receiptStates[receipt.state]}
          <Said code={receipt.code} answer={receipt.answer} reference={null} />
        </div>
      ))}
    </li>
  );
}

type SaidProps = { code: string | null; answer: string | null; reference: string | null };

function Said({ code, answer, reference }: SaidProps) {
  const parts = [code, answer, reference && `its number ${reference}`].filter(Boolean);
  return parts.length === 0 ? null : <div className={classes.said}>{parts.join(' · ')}</div>;
}
