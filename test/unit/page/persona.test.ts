// @vitest-environment jsdom
// An identity in one form: only that form, only what was chosen, spelled for each field, put back as one. The reading of the page is the
// product's own; what the page does meanwhile is the test's.
import { beforeEach, describe, expect, test } from 'vitest';
import { readCompanions } from '../../../entrypoints/page/read.ts';
import { type FormLook, look } from '../../../entrypoints/persona/look.ts';
import { type } from '../../../entrypoints/persona/type.ts';

const page = {
  companions: async (element: HTMLElement) => readCompanions(element, []),
};
const ROBIN = {
  email: 'robin@aliaskit.example',
  name: 'Robin van der Quist',
  birthDate: '1988-03-04',
  phone: '+447700900123',
};

beforeEach(() => {
  document.documentElement.lang = 'en';
  // jsdom lays nothing out: every control is as large as a person could use it.
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 200, 30);
});

function draw(html: string): void {
  document.body.innerHTML = html;
}
function get(id: string): HTMLInputElement {
  const element = document.getElementById(id);
  if (!(element instanceof HTMLElement)) throw new Error(`no #${id}`);
  return element as HTMLInputElement;
}
const lookAt = (id: string): Promise<FormLook> => look(page, get(id), document);
const stands = ({ said }: FormLook) => said.parts.map(({ part, taken }) => [part, taken]);

const LONG = `<form id="join"><h1>Create your account</h1>
  <label>E-mail <input id="email" type="email" name="email"></label>
  <label>Repeat e-mail <input id="email2" type="email" name="email_confirm"></label>
  <label>First name <input id="given" name="first_name"></label>
  <label>Last name <input id="family" name="last_name" value="Kept"></label>
  <label>Date of birth <input id="born" name="birthdate" placeholder="DD.MM.YYYY"></label>
  <label>Phone <input id="phone" type="tel" name="phone" placeholder="07400 123456"></label>
  <label>Password <input type="password" autocomplete="new-password"></label>
  <button>Sign up</button></form>
  <form id="other"><h2>Write to us</h2><label>First name <input id="stranger" name="first_name"></label>
  <label>Message <textarea></textarea></label><button>Send</button></form>`;

describe('a look', () => {
  test('names the parts that one form asks for, and which of them hold something', async () => {
    draw(LONG);
    expect(stands(await lookAt('email'))).toEqual([
      ['email', false],
      ['name', true],
      ['birth-date', false],
      ['phone', false],
    ]);
  });

  test('finds nothing on a log-in, nor where only an address is asked for', async () => {
    draw(`<form><h1>Log in</h1><label>E-mail <input id="email" type="email"></label>
      <label>Password <input type="password" autocomplete="current-password"></label><button>Log in</button></form>`);
    expect(stands(await lookAt('email'))).toEqual([]);
    draw(
      `<form><h1>Newsletter</h1><label>E-mail <input id="email" type="email"></label><button>Subscribe</button></form>`,
    );
    expect(stands(await lookAt('email'))).toEqual([]);
  });

  test('leaves traps alone: what no person sees asks for nothing', async () => {
    draw(LONG.replace('<input id="phone"', '<input style="opacity: 0" id="phone"'));
    expect(stands(await lookAt('email')).map(([part]) => part)).not.toContain('phone');
  });

  test('without a field meant takes the form that asks for most', async () => {
    draw(LONG);
    const found = await look(page, null, document);
    expect(found.fields.map(({ element }) => element.id)).toContain('email');
    expect(found.fields.map(({ element }) => element.id)).not.toContain('stranger');
  });
});

describe('filling', () => {
  test('writes what was chosen into that form alone, each value as its field spells it', async () => {
    draw(LONG);
    const { outcomes } = await type(await lookAt('email'), ROBIN);
    expect(outcomes.every(({ outcome }) => outcome.kind === 'filled')).toBe(true);
    expect([get('email').value, get('email2').value]).toEqual([ROBIN.email, ROBIN.email]);
    expect([get('given').value, get('family').value]).toEqual(['Robin', 'van der Quist']);
    expect([get('born').value, get('phone').value]).toEqual(['04.03.1988', '07700 900123']);
    expect(get('stranger').value).toBe('');
  });

  test('touches no field of a part that was not chosen', async () => {
    draw(LONG);
    await type(await lookAt('email'), { email: ROBIN.email });
    expect([get('given').value, get('family').value, get('born').value]).toEqual(['', 'Kept', '']);
  });

  test('is put back as it was, lists and dates too', async () => {
    draw(`<form><h1>Sign up</h1><label>E-mail <input id="email" type="email"></label>
      <label>Name <input id="name" name="name" value="Me"></label>
      <label>Date of birth <input id="born" type="date" name="dob" value="2001-01-01"></label>
      <label>Country code <select id="code" name="phone_code"><option value="">Code</option>
      <option value="+1">US +1</option><option value="+44">UK +44</option></select></label>
      <label>Mobile phone <input id="phone" type="tel" name="phone"></label>
      <label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>`);
    const before = ['email', 'name', 'born', 'code', 'phone'].map((id) => get(id).value);
    const { putBacks } = await type(await lookAt('email'), ROBIN);
    expect(get('born').value).toBe('1988-03-04');
    expect([get('code').value, get('phone').value]).toEqual(['+44', '7700900123']);
    for (const putBack of [...putBacks].reverse()) expect(await putBack()).toBe(true);
    expect(['email', 'name', 'born', 'code', 'phone'].map((id) => get(id).value)).toEqual(before);
  });

  test('stops at a form that sends elsewhere by now', async () => {
    draw(LONG);
    const found = await lookAt('email');
    get('join').setAttribute('action', 'https://thief.example/');
    const { outcomes } = await type(found, ROBIN);
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(outcomes.map(() => 'gone'));
    expect(get('email').value).toBe('');
  });

  test('tells of a list that has no such choice, and of a field that the page has locked since', async () => {
    draw(`<form><h1>Sign up</h1><label>E-mail <input id="email" type="email"></label>
      <label>Full name <input id="name" name="name"></label>
      <fieldset><legend>Date of birth</legend><select id="day" name="birth_day" aria-label="Day">
      <option>Day</option>${[...Array(31).keys()].map((at) => `<option>${at + 1}</option>`).join('')}</select>
      <select id="month" name="birth_month" aria-label="Month"><option>Month</option>
      ${[...Array(12).keys()].map((at) => `<option>${at + 1}</option>`).join('')}</select>
      <select id="year" name="birth_year" aria-label="Year"><option>Year</option>
      ${[...Array(9).keys()].map((at) => `<option>${2001 + at}</option>`).join('')}</select></fieldset>
      <label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>`);
    const found = await lookAt('email');
    get('name').setAttribute('readonly', '');
    const { outcomes } = await type(found, ROBIN);
    const bad = outcomes.filter(({ outcome }) => outcome.kind !== 'filled');
    expect(bad.map(({ part, outcome }) => [part, outcome.kind])).toEqual([
      ['name', 'gone'],
      ['birth-date', 'refused'],
    ]);
    expect([get('day').value, get('month').value, get('year').value]).toEqual(['4', '3', 'Year']);
  });
});

test('a form of a thousand boxes is no reason to fill them all', async () => {
  const boxes = [...Array(200).keys()].map(
    (at) => `<label>First name <input name="first_name_${at}"></label>`,
  );
  draw(`<form><h1>Sign up</h1><label>E-mail <input id="email" type="email"></label>${boxes.join('')}
    <label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>`);
  expect((await lookAt('email')).fields.length).toBeLessThanOrEqual(24);
});

describe('drop-down lists of the page', () => {
  /** A select-only combobox as the ARIA Authoring Practices have it, for each `[role=combobox]` of the form. */
  const live = () => {
    for (const list of document.querySelectorAll<HTMLElement>('[role=combobox]')) {
      const listbox = get(list.getAttribute('aria-controls') ?? '');
      const show = (open: boolean) => {
        listbox.hidden = !open;
        list.setAttribute('aria-expanded', String(open));
      };
      list.addEventListener('keydown', ({ key }) => show(key !== 'Escape'));
      for (const option of listbox.querySelectorAll('[role=option]'))
        option.addEventListener('click', () => {
          list.textContent = option.textContent;
          show(false);
        });
    }
  };
  const listOf = (id: string, label: string, shown: string, options: string[]) =>
    `<span id="l-${id}">${label}</span><div id="${id}" role="combobox" tabindex="0" aria-expanded="false" aria-controls="o-${id}" aria-labelledby="l-${id}">${shown}</div>
    <ul id="o-${id}" role="listbox" hidden>${options.map((each) => `<li role="option">${each}</li>`).join('')}</ul>`;
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${from + at}`);
  const born = (months: string[], shown = 'Month') =>
    `<form><h1>Create your account</h1><label>E-mail <input id="email" type="email"></label>
    <fieldset><legend>Date of birth</legend>${listOf('day', 'Day', 'Day', numbers(1, 31))}${listOf('month', 'Month', shown, months)}${listOf('year', 'Year', 'Year', numbers(1980, 1999))}</fieldset>
    <label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>`;
  const MONTHS = 'January February March April'.split(' ');

  test('are asked for with the rest, empty while they show a prompt, and choose what means the same', async () => {
    draw(born(MONTHS));
    live();
    const found = await lookAt('email');
    expect(stands(found)).toContainEqual(['birth-date', false]);
    const { outcomes } = await type(found, ROBIN);
    expect(outcomes.every(({ outcome }) => outcome.kind === 'filled')).toBe(true);
    expect(['day', 'month', 'year'].map((id) => get(id).textContent)).toEqual(['4', 'March', '1988']);
    expect(stands(await lookAt('email'))).toContainEqual(['birth-date', true]);
  });

  test('what matches none, or more than one, stays and is said; the list is closed again', async () => {
    for (const months of [
      ['Spring', 'Summer'],
      ['March', 'April', 'March'],
    ]) {
      draw(born(months));
      live();
      const { outcomes } = await type(await lookAt('email'), { birthDate: ROBIN.birthDate });
      expect(outcomes.filter(({ outcome }) => outcome.kind === 'refused')).toHaveLength(1);
      expect(get('month').textContent).toBe('Month');
      expect(get('month').getAttribute('aria-expanded')).toBe('false');
    }
  });

  test('are put back with the rest to what was chosen before; where nothing was, that is said', async () => {
    draw(born(MONTHS, 'April'));
    live();
    const { putBacks } = await type(await lookAt('email'), { birthDate: ROBIN.birthDate });
    expect(get('month').textContent).toBe('March');
    const restored: boolean[] = [];
    for (const putBack of [...putBacks].reverse()) restored.push(await putBack());
    expect(get('month').textContent).toBe('April');
    expect(restored).toEqual([false, true, false]);
  });

  test('an option that is a link or sends the form is not pressed', async () => {
    draw(born(MONTHS).replace('<li role="option">March</li>', '<a role="option" href="#gone">March</a>'));
    live();
    const { outcomes } = await type(await lookAt('email'), { birthDate: ROBIN.birthDate });
    expect(outcomes.filter(({ outcome }) => outcome.kind === 'refused')).toHaveLength(1);
    expect(location.hash).toBe('');
  });
});
