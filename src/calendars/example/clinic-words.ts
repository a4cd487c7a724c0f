import type { ExampleLanguage } from '../../contract/example-clinic.ts';

/** What the front desk of the example clinic writes into its calendar, in its language. */
export type ClinicWords = {
  /** Why somebody comes. */
  reasons: readonly string[];
  /** Where; one is left empty. */
  rooms: readonly string[];
  gym: string;
  kitchen: string;
  family: string;
  patient: string;
  mobile: string;
  email: string;
  phone: string;
  /** On a whole day, and three weeks in a row. */
  monitor: string;
  physio: string;
  speech: string;
  /** Nobody comes to these who must be told: title and, where there is one, description. */
  internal: readonly (readonly [title: string, description?: string])[];
};

export const clinicWords: Readonly<Record<ExampleLanguage, ClinicWords>> = {
  en: {
    reasons: [
      'Check-up',
      'Blood test',
      'Follow-up',
      'Flu shot',
      'Consultation',
      'Annual physical',
      'X-ray',
      'Vaccination',
      'Lab results',
    ],
    rooms: ['Room 1', 'Room 2', 'Room 3', 'Lab', 'Dr. Weiss’s office', ''],
    gym: 'Gym',
    kitchen: 'Kitchen',
    family: 'Children’s visit',
    patient: 'Patient',
    mobile: 'Mobile',
    email: 'Email',
    phone: 'Phone',
    monitor: '24-hour heart monitor',
    physio: 'Physio',
    speech: 'Speech therapy',
    internal: [
      ['Staff meeting'],
      ['Lunch'],
      ['Fire alarm test', 'Building management, 10 minutes'],
      ['Supplier delivery', 'Order no. 4471-2093-118'],
      ['Team lunch'],
      ['Staff training: new ultrasound'],
    ],
  },
  es: {
    reasons: [
      'Revisión',
      'Análisis de sangre',
      'Seguimiento',
      'Vacuna de la gripe',
      'Consulta',
      'Chequeo anual',
      'Radiografía',
      'Vacunación',
      'Resultados',
    ],
    rooms: ['Sala 1', 'Sala 2', 'Sala 3', 'Laboratorio', 'Despacho de la Dra. Weiss', ''],
    gym: 'Gimnasio',
    kitchen: 'Cocina',
    family: 'Visita infantil',
    patient: 'Paciente',
    mobile: 'Móvil',
    email: 'Correo',
    phone: 'Teléfono',
    monitor: 'Holter de 24 horas',
    physio: 'Fisioterapia',
    speech: 'Logopedia',
    internal: [
      ['Reunión del equipo'],
      ['Almuerzo'],
      ['Prueba de la alarma', 'Administración del edificio, 10 minutos'],
      ['Entrega del proveedor', 'Pedido n.º 4471-2093-118'],
      ['Almuerzo del equipo'],
      ['Formación: nuevo ecógrafo'],
    ],
  },
  fr: {
    reasons: [
      'Contrôle',
      'Prise de sang',
      'Suivi',
      'Vaccin contre la grippe',
      'Consultation',
      'Bilan annuel',
      'Radiographie',
      'Vaccination',
      'Résultats',
    ],
    rooms: ['Salle 1', 'Salle 2', 'Salle 3', 'Laboratoire', 'Bureau du Dr Weiss', ''],
    gym: 'Gymnase',
    kitchen: 'Cuisine',
    family: 'Visite des enfants',
    patient: 'Patient',
    mobile: 'Portable',
    email: 'Courriel',
    phone: 'Téléphone',
    monitor: 'Holter de 24 heures',
    physio: 'Kinésithérapie',
    speech: 'Orthophonie',
    internal: [
      ['Réunion du personnel'],
      ['Déjeuner'],
      ['Essai de l’alarme', 'Gestion de l’immeuble, 10 minutes'],
      ['Livraison du fournisseur', 'Commande n° 4471-2093-118'],
      ['Déjeuner d’équipe'],
      ['Formation : nouvel échographe'],
    ],
  },
};
