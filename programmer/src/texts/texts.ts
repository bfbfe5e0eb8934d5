import { en } from './en';

/** What every language has to say. */
export type Texts = typeof en;

/** The language of the page. */
export const texts: Texts = en;
