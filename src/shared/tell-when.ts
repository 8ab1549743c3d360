import type { Family } from './family.ts';

export const tellEvents = ['free', 'back', 'call-ends'] as const;
export type TellEvent = (typeof tellEvents)[number];

/** Asked for once, told once: it disarms itself, and is kept over a restart. */
export interface TellWhen {
  readonly agentUser: string;
  readonly event: TellEvent;
}

export const mostTellWhens = 200;

/** What is worth asking for, given what the agent does now. */
export function tellEventsFor(family: Family): readonly TellEvent[] {
  switch (family) {
    case 'in-call':
      return ['call-ends', 'free'];
    case 'paused':
      return ['back', 'free'];
    case 'ready':
      return [];
    default:
      return ['free'];
  }
}

/** Whether it has come. Being gone altogether is neither free nor back. */
export function hasCome(event: TellEvent, family: Family): boolean {
  switch (event) {
    case 'free':
      return family === 'ready';
    case 'back':
      return family !== 'paused' && family !== 'offline';
    case 'call-ends':
      return family !== 'in-call';
  }
}
