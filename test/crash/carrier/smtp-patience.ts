/**
 * Milliseconds that a run's workers wait for a mail server's answer. The product waits a minute, and a
 * run would wait for that alone once the last worker was killed.
 */
export const SMTP_PATIENCE = 3_000;
