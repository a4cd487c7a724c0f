/** Somebody of the example clinic; each can be reached by phone, by email, or by both. */
export type Patient = { name: string; phone: string; email: string };

/** Several people behind one number. */
export type Family = { names: string[]; phone: string };

/** Numbers that are set aside for fiction, as a front desk would write them. */
const ABROAD = new Map([
  ['Oliver Featherstone', '+44 20 7946 0018'],
  ['Priya Raghunathan-Whitcombe', '+44 20 7946 0132'],
  ['Björn Åkesson', '+46 70-174 06 05'],
  ['Ingrid Söderström', '+46 8-465 004 04'],
  ['Jürgen Weißmüller', '+49 30 23125 017'],
  ['Käthe Großmann', '+49 171 3920012'],
  ['Amélie Lefèvre', '+33 1 99 00 12 34'],
  ['Lachlan Macpherson', '+61 491 570 156'],
  ['Matilda Nguyen', '+61 2 5550 1234'],
]);

const AREAS = ['212', '646', '718', '917', '347', '929'];

const NAMES = `
Ana Ruiz;Thomas Okafor;Björn Åkesson;Mei-Ling Chen;Seán O’Neil;Fatima Al-Sayed;Grace Kowalczyk;
José Luis Hernández;Oliver Featherstone;Aaliyah Washington;Dmitri Volkov;Hannah Goldberg;Łukasz Wójcik;
Siobhán Gallagher;Rajesh Krishnamurthy;Marisol Peña;Ingrid Söderström;Tyrone Jefferson;Yuki Tanaka;
Eleni Papadopoulou;Nguyễn Thị Hoa;Patrick Donnelly;Zoë Vandenberghe;Carlos de la Cruz;Ruth Abramowitz;
Kwame Mensah;Jürgen Weißmüller;Beatriz Gonçalves;Omar Haddad;Sofía Castañeda;Walter Lindqvist;Nia Robinson;
Maximiliana Constantinopoulou-Featherstonehaugh;Ludwig van der Meer;Chloé Dubois;Imani Brooks;Viktor Szabó;
Rosa Esposito;Daniel Kim;Anneliese von Hohenberg;Amélie Lefèvre;Luis Ángel Domínguez;Harriet Pemberton;
Arjun Patel;Magdalena Nowak;Isaac Feldman;Leilani Kealoha;Terrence Whitfield;Şule Yıldırım;Katarina Horvat;
Peter MacAllister;Gabriela Muñoz;Lachlan Macpherson;Deborah Finkelstein;Emeka Nwosu;Alice Montgomery;
Raúl Ibáñez;Francesca Bianchi;Noah Silverstein;Käthe Großmann;Winston Clarke;Pilar Echeverría;Ibrahim Diallo;
Margaret Thornbury;Hiroshi Nakamura;Camille Beaumont;Joaquín Valdés;Agnieszka Zielińska;Marcus Ellington;
Saoirse Byrne;Antonio Della Rovere;Priya Raghunathan-Whitcombe;Ethan Blackwood;Lucía Fernández;Malik Thompson;
Astrid Bergström;Vincent Moreau;Noor Rahman;Jack O’Sullivan;Theodora Anagnostou;Samuel Adeyemi;Dolores Quiñones;
Brigitte Schäfer;Curtis Hathaway;Xiomara Delgado;Anders Jørgensen;Ruby Castellano;Naveen Subramanian;Olga Petrova;
Wolfgang Österreicher;Matilda Nguyen;Desmond Achebe;Inés Villanueva;Philippa Ashworth;Gustavo Araújo;
Esther Mandelbaum;Kenji Watanabe;Renée Charbonneau;Darius Coleman;Valentina Rossi;Edith Bjørnstad;Tariq Mahmood;
Lorraine Fitzgerald;Mateo Guzmán;Clara Lindenbaum;Jamal Richardson;Michaela Dvořáková;Héctor Barragán;
Josephine Carmichael;Ravi Deshpande;Sunniva Østergaard;Calvin Prescott;Teresa Mendonça;Bogdan Ionescu;
Adelaide Worthington;Emiliano Zamora;Freya Sigurðardóttir;Leon Baptiste;Miriam Rosenthal;Andrés Cárdenas;
Vivian Cho;Cornelius Vandermeulen;Yasmin Farouk;Pauline Desrosiers;Stanley Wieczorek;Amara Okonkwo;
Rodrigo Salcedo;Bernadette Keough;Felix Oppenheimer;Lakshmi Venkataraman;Giorgio Mastroianni;Simone Archambault;
Nathaniel Greenbaum;Paloma Iglesias;Elias Johansson;Constance Abernathy;Tomasz Jabłoński;Regina Montoya;
Abdul Karimov;Charlotte Winslow;Hugo Bélanger;Oksana Shevchenko`;

/** 142 patients: every eighth only by email, most others by phone, some by both. */
export const patients: readonly Patient[] = NAMES.trim()
  .split(';')
  .map((name) => name.trim())
  .map((name, i) => ({
    name,
    phone: i % 8 === 7 && !ABROAD.has(name) ? '' : (ABROAD.get(name) ?? localNumber(i)),
    email: i % 8 === 7 || i % 3 === 1 ? mailbox(name, i) : '',
  }));

export const families: readonly Family[] = [
  { names: ['Lía Ferrari', 'Tom Ferrari'], phone: '212-555-0188' },
  { names: ['Maya Okonjo', 'Ada Okonjo', 'Chidi Okonjo'], phone: '(646) 555-0171' },
  { names: ['Leo Lindgren', 'Nora Lindgren'], phone: '718.555.0163' },
  { names: ['Isabella Marchetti', 'Luca Marchetti'], phone: '+1 917 555 0154' },
  { names: ['Zadie Campbell', 'Miles Campbell', 'Iris Campbell'], phone: '347-555-0146' },
  { names: ['Santiago Núñez', 'Emma Núñez'], phone: '(929) 555-0137' },
  { names: ['Sora Yamamoto', 'Ren Yamamoto'], phone: '212-555-0128' },
  { names: ['Aoife Brennan', 'Finn Brennan'], phone: '+1 646 555 0119' },
];

/** A New York number from 555-0100 to 555-0199, written in one of five ways. */
function localNumber(i: number): string {
  const area = AREAS[i % AREAS.length] ?? '';
  const line = `01${String(i % 100).padStart(2, '0')}`;
  const ways = [
    `+1 ${area} 555 ${line}`,
    `(${area}) 555-${line}`,
    `${area}-555-${line}`,
    `${area}.555.${line}`,
    `1-${area}-555-${line}`,
  ];
  return ways[i % ways.length] ?? '';
}

function mailbox(name: string, i: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(
      /[ØøŁłđðı]/g,
      (letter) => ({ Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', đ: 'd', ð: 'd' })[letter] ?? 'i',
    )
    .replace(/[^A-Za-z -]/g, '');
  const domain = ['example.com', 'example.org', 'example.net'][i % 3];
  return `${plain.toLowerCase().split(' ').join('.')}@${domain}`;
}
