// Style sheets are imported for their effect only; the bundler turns them into files beside the page.
declare module '*.css';
