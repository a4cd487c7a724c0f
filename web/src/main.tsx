import '@mantine/core/styles.css';
import './theme/page.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { locale } from './format/locale.ts';
import { NoTexts } from './language/no-texts.tsx';
import { loadFirstTexts } from './language/texts.ts';
import { router } from './router.tsx';
import { cssVariables } from './theme/css-variables.ts';
import { spokenTheme } from './theme/spoken-theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

document.documentElement.lang = locale;
const page = createRoot(root);
try {
  await loadFirstTexts();
  page.render(<Page />);
} catch {
  // What did not arrive, the browser has noted by itself.
  page.render(<NoTexts />);
}

function Page() {
  return (
    <StrictMode>
      <MantineProvider
        theme={spokenTheme()}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        deduplicateInlineStyles
      >
        <I18nProvider i18n={i18n}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </MantineProvider>
    </StrictMode>
  );
}
