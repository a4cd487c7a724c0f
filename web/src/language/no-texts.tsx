import { Button, MantineProvider, Text } from '@mantine/core';
import { EmptyState } from '../components/empty-state.tsx';
import { cssVariables } from '../theme/css-variables.ts';
import { theme } from '../theme/theme.ts';
import type { Language } from './languages.ts';
import { language } from './own-language.ts';

/** What stands in no catalogue, since it is for a page that has none. */
const words: Readonly<Record<Language, { title: string; todo: string; reload: string }>> = {
  en: {
    title: 'Headsup could not be loaded',
    todo: 'A part of the page did not arrive. Check that this device is online and that Headsup is running, then reload.',
    reload: 'Reload',
  },
  es: {
    title: 'No se ha podido cargar Headsup',
    todo: 'Una parte de la página no ha llegado. Compruebe que este dispositivo tiene conexión y que Headsup está en marcha, y vuelva a cargar.',
    reload: 'Volver a cargar',
  },
  fr: {
    title: 'Impossible de charger Headsup',
    todo: 'Une partie de la page n’est pas arrivée. Vérifiez que cet appareil est connecté et que Headsup fonctionne, puis rechargez la page.',
    reload: 'Recharger',
  },
};

/** Stands in place of the page where its texts did not arrive. */
export function NoTexts() {
  const { title, todo, reload } = words[language];
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <main role="alert">
        <EmptyState isPage title={title}>
          <Text>{todo}</Text>
          <Button variant="default" onClick={() => window.location.reload()}>
            {reload}
          </Button>
        </EmptyState>
      </main>
    </MantineProvider>
  );
}
