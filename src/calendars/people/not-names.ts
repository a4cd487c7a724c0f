import { foldText } from '../../platform/fold-text.ts';

/** Words that begin with a capital letter on calendars but name nobody. Folded. */
const WORDS = new Set(
  `a an and the of for with at to from by new old first second third last next re no not yes per via
  appointment appt visit session meeting call consult consultation consult check checkup check-up exam
  examination review follow followup follow-up intake assessment evaluation screening test lab labs blood
  draw scan xray x-ray mri ct ultrasound injection shot vaccine vaccination flu covid booster physical annual
  yearly weekly monthly quarterly routine urgent emergency walk-in walkin telehealth video online phone zoom
  teams cleaning hygiene filling crown root canal extraction whitening braces retainer implant denture dental
  dentist tooth teeth molar wisdom surgery surgical pre-op post-op preop postop procedure treatment therapy
  physio physiotherapy pt rehab massage acupuncture chiro chiropractic osteopathy counseling counselling
  psychotherapy speech occupational eye vision hearing skin dermatology cardiology pediatric paediatric
  children child kids kid baby family couple couples group mother father parent parents guardian mom mum dad
  prenatal postnatal pregnancy newborn well well-child sick haircut hair cut color colour highlights balayage
  blowout blow dry perm beard shave trim wash style styling nails nail manicure pedicure gel facial peel wax
  waxing brows brow lashes lash makeup bridal tattoo piercing lesson class course training workshop seminar
  tutoring coaching closing signing deposition hearing court mediation trial contract will estate tax taxes
  staff team board budget lunch dinner breakfast break coffee party holiday vacation birthday christmas easter
  inventory flight train hotel trip opening airport partners associates inc llc ltd gmbh company group marathon delivery deliveries supplier suppliers maintenance repair closed open office desk front clinic salon
  hospital center centre practice room suite floor building street st avenue ave road rd lane drive blvd square
  plaza park city town north south east west york london hall station entrance parking door unit apt
  patient patients client clients customer customers guest guests student name contact person people attendee
  attendees mobile cell telephone tel email mail e-mail fax address notes note reason service provider status
  doctor nurse therapist stylist dr duration price cost paid unpaid deposit invoice confirmed tentative
  cancelled canceled rescheduled moved pending booked booking reserved hold block blocked busy free tbd tba
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march
  april june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
  today tomorrow morning afternoon evening noon am pm hour hours minute minutes min mins week month year day
  please thanks thank hello hi dear join link click here bring arrive insurance member medicare medicaid
  left right upper lower full half short long quick prep preparation pickup drop-off dropoff report results
  result update planning kickoff standup retrospective interview sync demo presentation conference webinar
  control revision kontroll besok undersokning termin behandlung untersuchung kontrolle cita consulta limpieza
  revision visita rendez-vous controle`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Endings of what is done to people; a single word that has one is no name. */
const DOING =
  /(?:ing|tion|sion|ment|ology|graphy|therapy|plasty|ectomy|oscopy|metry|ations?|checks?|tests?|scans?|therapie|ung)$/;

/** Whether a word that begins with a capital letter stands for a thing rather than a person. */
export function isNoName(word: string): boolean {
  const folded = foldText(word).replace(/\.$/, '');
  return WORDS.has(folded) || /['’]s$/.test(folded) || WORDS.has(folded.replace(/s$/, ''));
}

/** Whether a word, standing alone, is more likely a service than a first name. */
export function isService(word: string): boolean {
  return word.length >= 6 && DOING.test(foldText(word));
}

/** Whether a title is of the business's own day, where nobody comes who must be told. */
export function isInternal(title: string): boolean {
  return /\b(?:staff|team|board|budget|lunch|dinner|breakfast|break|holiday|vacation|party|inventory|deliver(?:y|ies)|supplier|maintenance|training|workshop|conference|webinar|interview|marathon|flight|trip|grand opening|birthday|closed|blocked?|hold)\b/.test(
    foldText(title),
  );
}
