import * as z from 'zod';

/**
 * The content policy refuses code made from text. Schemas would try once and fall back, and every page would report a violation:
 * they are told not to try. Imported first, before any schema is made.
 */
z.config({ jitless: true });
