import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { TextLink } from '../components/text-link.tsx';
import classes from './tour.module.css';
import { TourPhone } from './tour-phone.tsx';
import { tourSteps } from './tour-step.ts';
import { endTour, type Tour } from './tour-store.ts';
import { tourWords } from './tour-words.ts';
import { useTourStep } from './use-tour-step.ts';

/** The tour, beside the page: five steps, each ticked off as soon as it was really done. */
export function TourPanel({ tour }: { tour: Tour }) {
  const { t } = useLingui();
  const { step, sentAt } = useTourStep(tour);
  const place = step === null ? tourSteps.length : tourSteps.indexOf(step);
  return (
    <aside className={classes.panel} aria-label={t`Tour`}>
      <header className={classes.head}>
        <Title order={2}>
          {step === null ? (
            <Trans>That is how it goes</Trans>
          ) : (
            <Trans>
              Step {place + 1} of {tourSteps.length}
            </Trans>
          )}
        </Title>
        <CloseButton aria-label={t`End the tour`} onClick={endTour} />
      </header>
      <ol className={classes.steps}>
        {tourSteps.map((name, i) => (
          <li
            key={name}
            className={i < place ? classes.done : undefined}
            aria-current={i === place ? 'step' : undefined}
          >
            {i < place ? (
              <IconCircleCheck size={18} aria-label={t`Done`} />
            ) : (
              <IconCircle size={18} aria-hidden />
            )}
            <span>{t(tourWords[name].title)}</span>
          </li>
        ))}
      </ol>
      <div className={classes.how} role="status">
        {step === null ? (
          <Trans>
            You have sent a message and answered it.{' '}
            <TextLink to="/outbox/$broadcastId" params={{ broadcastId: tour.broadcastId ?? '' }}>
              Open the message
            </TextLink>{' '}
            to see who was reached and what they replied. What you practised with can be taken away
            again under <TextLink to="/settings">Settings</TextLink>.
          </Trans>
        ) : (
          t(tourWords[step].how)
        )}
      </div>
      {(step === 'answer' || step === null) && sentAt && <TourPhone tour={tour} sentAt={sentAt} />}
      {step === null && (
        <Button variant="default" onClick={endTour}>
          <Trans>End the tour</Trans>
        </Button>
      )}
    </aside>
  );
}
