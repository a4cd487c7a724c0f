import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Attempt } from '../../../../src/contract/delivery.ts';
import { exactMoment } from '../../format/time.ts';
import { serverSays } from '../../language/server-says.ts';
import { providerName } from '../../wording/provider-name.ts';
import classes from './delivery-story.module.css';

/** What became of a try; the carrier stands before it. */
const states: Readonly<Record<Attempt['state'], MessageDescriptor>> = {
  submitting: msg`being handed over`,
  accepted: msg`taken by the carrier`,
  rejected: msg`not taken`,
  uncertain: msg`no answer: it may have been taken`,
  written_off: msg`written off`,
};

const crossings: Readonly<Record<NonNullable<Attempt['crossed']>, MessageDescriptor>> = {
  paused: msg`Crossed with the pause: it was already on its way.`,
  taken_back: msg`Crossed with taking it back: it was already on its way.`,
  stop: msg`Crossed with STOP: it was already on its way when they asked for no more.`,
};

/** What the carrier reported later. */
const reports = {
  sent: msg`Report: sent on`,
  delivered: msg`Report: delivered`,
  undelivered: msg`Report: not delivered`,
} as const;

/** One try: when, by whom, and the carrier's own words. */
export function AttemptLines({ attempt }: { attempt: Attempt }) {
  const { t } = useLingui();
  const {
    openedAt,
    provider: name,
    providerKind: kind,
    state,
    code,
    answer,
    providerRef,
    crossed,
    mayArriveTwice,
    receipts,
  } = attempt;
  const provider = providerName({ kind, name });
  const became = t(states[state]);
  return (
    <li>
      {exactMoment(openedAt)} · {t`${provider}: ${became}`}
      <Said code={code} answer={answer} reference={providerRef} />
      {crossed && <div>{t(crossings[crossed])}</div>}
      {mayArriveTwice && (
        <div>{t`The message was sent again before this was known: both may arrive.`}</div>
      )}
      {receipts.map((receipt) => (
        <div key={`${receipt.occurredAt} ${receipt.state}`}>
          {exactMoment(receipt.occurredAt)} · {t(reports[receipt.state])}
          <Said code={receipt.code} answer={receipt.answer} reference={null} />
        </div>
      ))}
    </li>
  );
}

type SaidProps = { code: string | null; answer: string | null; reference: string | null };

function Said({ code, answer, reference }: SaidProps) {
  const { t } = useLingui();
  // A carrier's words stay as they are; those of Headsup itself are known to the catalogue.
  const words = answer && serverSays(answer);
  const parts = [code, words, reference && t`its number ${reference}`].filter(Boolean);
  return parts.length === 0 ? null : <div className={classes.said}>{parts.join(' · ')}</div>;
}
