import { expect, it } from 'vitest';
import { proposeMapping } from './propose-mapping.ts';

const propose = (headers: readonly string[], keepRest = false) =>
  proposeMapping(
    headers.map((header) => ({ header, samples: [] })),
    { country: 'US', keepRest },
  );

it.each([
  [
    'English',
    'First Name,Last Name,Mobile,Home Phone,E-Mail,Company,Notes,Tags',
    'first_name,last_name,phone:mobile,phone:home,email,company,notes,tags',
  ],
  [
    'Spanish',
    'Nombre,Apellidos,Tel. móvil,Teléfono fijo,Correo electrónico,Empresa,Observaciones,Etiquetas',
    'first_name,last_name,phone:mobile,phone:landline,email,company,notes,tags',
  ],
  [
    'French',
    'Civilité,Prénom,Nom,Portable,Tél. bureau,Adresse e-mail,Société,Remarques,Langue',
    'title,first_name,last_name,phone:mobile,phone:work,email,company,notes,language',
  ],
  [
    'German',
    'Anrede,Vorname,Nachname,Handy,Telefon geschäftlich,E-Mail privat,Firma,Bemerkungen,Zeitzone',
    'title,first_name,last_name,phone:mobile,phone:work,email:personal,company,notes,time_zone',
  ],
  [
    'Google',
    'First Name,Last Name,Name Prefix,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
    'first_name,last_name,title,tags,label,email,label,phone',
  ],
  [
    'Outlook',
    'Title,First Name,Last Name,Company,Business Phone,Business Fax,Mobile Phone,E-mail Address',
    'title,first_name,last_name,company,phone:work,ignore,phone:mobile,email',
  ],
  [
    'our own',
    'name,phone:mobile,phone:mobile (2),email:work,field:Insurer,language',
    'name,phone:mobile,phone:mobile,email:work,field:Insurer,language',
  ],
])('knows the headers of %s', (_, headers, targets) => {
  expect(propose(headers.split(','))).toEqual(targets.split(','));
});

it('“Nom” and “Nombre” alone are the whole name', () => {
  expect(propose(['Nom', 'Portable'])).toEqual(['name', 'phone:mobile']);
  expect(propose(['Nombre', 'Móvil'])).toEqual(['name', 'phone:mobile']);
});

it('leaves out what it does not know, or keeps it as a field', () => {
  const headers = ['Name', 'Customer Number', 'Insurer', 'Name'];
  expect(propose(headers)).toEqual(['name', 'ignore', 'ignore', 'ignore']);
  expect(propose(headers, true)).toEqual([
    'name',
    'field:Customer Number',
    'field:Insurer',
    'field:Name',
  ]);
});

it('looks at values where headers tell nothing', () => {
  const columns = [
    { header: 'Column 1', samples: ['Ana Ruiz'] },
    { header: 'Column 2', samples: ['(212) 555-0123', '+34 612 345 678'] },
    { header: 'Contacto', samples: ['ana@example.com'] },
    { header: 'Amount', samples: ['2125550123'] },
  ];
  const proposed = proposeMapping(columns, { country: 'US', keepRest: false });
  expect(proposed).toEqual(['name', 'phone', 'email', 'ignore']);
});
