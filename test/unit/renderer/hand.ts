import { act, fireEvent, screen } from '@testing-library/react';

/** What a hand does to the page, and what it finds by its words. */
export const click = (element: HTMLElement) => act(async () => fireEvent.click(element));

export const button = (name: string | RegExp) => screen.getByRole('button', { name });

export const press = (name: string | RegExp) => click(button(name));

export const noButton = (name: string | RegExp) => screen.queryByRole('button', { name }) === null;

export const flip = (name: string) => click(screen.getByRole('switch', { name }));

/** Writes over what stands in the field of this label, without leaving it. */
export const write = (label: string, value: string) =>
  act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value } }));

export const search = (value: string) =>
  act(async () => fireEvent.change(screen.getByRole('searchbox'), { target: { value } }));

/** Pressed where the focus is. */
export const key = (name: string, more: object = {}) =>
  act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more }));

export const title = () => screen.getByRole('heading', { level: 1 }).textContent;
