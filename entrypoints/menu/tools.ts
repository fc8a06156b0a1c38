// What parts of the menu that speak to the background by themselves need of it: handed down, so that not every row carries it. Leans
// on use-menu.ts for the type alone.
import { createContext } from 'preact';
import type { MenuProps } from './use-menu.ts';

export const Tools = createContext<Pick<MenuProps, 'ask' | 'witness'> | null>(null);
