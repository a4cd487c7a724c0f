import classes from './email-frame.module.css';

/** Its HTML, or where that is. */
type Email = { html: string } | { address: string };

/**
 * An email as a mail reader shows it. The frame has no origin and no rights: nothing in it runs, loads
 * a page or reaches ours.
 */
export function EmailFrame({ title, ...email }: Email & { title: string }) {
  const source = 'html' in email ? { srcDoc: email.html } : { src: email.address };
  return <iframe className={classes.frame} sandbox="" loading="lazy" {...source} title={title} />;
}
