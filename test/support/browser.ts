import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep an installed Chrome or Chromium. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** It calls nobody on its own account. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Starts a browser for the tests: the installed Chrome or Chromium, else the one that comes as an npm
 * package and is unpacked to the temporary folder. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => existsSync(path));
  const executablePath = installed ?? (await unpacked());
  // Chrome's own sandbox does not start as root; only pages of our own are opened.
  const rights = process.getuid?.() === 0 || !installed ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ...rights] });
}

async function unpacked(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
