import { i18n } from '@lingui/core';

// A test of words of the page speaks English, whose texts stand in the source.
i18n.loadAndActivate({ locale: 'en', messages: {} });
