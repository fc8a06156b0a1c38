// Words for the parts of a date in split date fields. They say which part, never which date: that is the business of
// the fields around them (a card number, a birthday's legend).
export type DatePart = 'day' | 'month' | 'year';

export const partWords: Readonly<Record<DatePart, readonly string[]>> = {
  day: ['day', 'dd', 'd', 'tag', 'tt', 'jour', 'jj', 'dia', 'giorno', 'gg', 'dag', 'dzien', '日'],
  month: ['month', 'mm', 'm', 'mon', 'monat', 'mois', 'mes', 'mese', 'maand', 'miesiac', 'manad', '月'],
  year: [
    'year',
    'yy',
    'yyyy',
    'y',
    'yr',
    'jahr',
    'jjjj',
    'annee',
    'aa',
    'aaaa',
    'ano',
    'anno',
    'jaar',
    'rok',
    'rrrr',
    'ar',
    '年',
  ],
};
