import type { Broadcast } from '../../../src/contract/broadcast.ts';
import { CloseBar } from './close-bar.tsx';
import { SeeWhoGotIt } from './see-who-got-it.tsx';
import { goneOf, takenBackInWords } from './sent-in-words.ts';
import { WriteOn } from './write-on.tsx';

/** Says that it was taken back; what nobody has got can be written on. */
export function TakenBack({ broadcast }: { broadcast: Broadcast }) {
  return (
    <>
      <span>{takenBackInWords(broadcast)}</span>
      {goneOf(broadcast) === 0 ? (
        <WriteOn broadcastId={broadcast.id} />
      ) : (
        <SeeWhoGotIt broadcastId={broadcast.id} />
      )}
      <CloseBar />
    </>
  );
}
