'use strict';

const form = $('prison');

const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

const path = () => `/prisons/${form.prison.value}`;

/** One criminal, with the sentence, who can be let out. */
const line = ({ id, name }, { since }) => {
  const element = node('div', '', 'inmate');
  element.append(node('span', name), node('span', `since ${since}`, 'since'), button('Let out', 'plain', () => letOut(id)));
  return element;
};

const edit = (prison) => {
  const touched = new Date(prison.updatedAt).toLocaleString();
  $('prison-title').textContent = prison.name;
  $('counter').textContent = `${count(prison.sentencesCount, 'sentence')}, says the counter. Last changed ${touched}.`;
  $('criminals').replaceChildren(...prison.criminals.map((criminal) =>
    line(criminal, prison.sentences.find((sentence) => sentence.criminal.id === criminal.id))));
};

/** Sends a request, shows it, and the prison as it is then. */
const exchange = async (...request) => {
  const { ok, answer } = await send(...request);
  $('name-error').textContent = answer.errors?.name ?? '';
  if (ok) {
    edit(answer);
  }
  return ok ? answer : null;
};

const look = () => exchange('GET', path());

const letOut = (criminal) => exchange('DELETE', `${path()}/criminals/${criminal}`);

const bringIn = () => exchange('POST', `${path()}/criminals`, new URLSearchParams({ name: form.name.value }).toString(),
  FORM_TYPE);

const post = (name) => fetch(`${path()}/criminals`,
  { method: 'POST', body: JSON.stringify({ name }), headers: { 'Content-Type': JSON_TYPE } });

/** Two requests that count in the same row, and what it says afterwards. */
const bringInBoth = async () => {
  const before = await look();
  const answers = await Promise.all(['Bonnie', 'Clyde'].map(post));
  const after = await look();
  $('detail').textContent = `Two requests at the same time were answered with ${answers.map(({ status }) => status).join(' and ')}. `
    + `The counter went from ${before.sentencesCount} to ${after.sentencesCount}, `
    + `and there are ${count(after.sentences.length, 'sentence')}.`;
};

const lookAtAll = async () => {
  const { answer } = await send('GET', '/prisons');
  const selected = form.prison.value || '1';
  form.prison.replaceChildren(...answer.map(({ id, name }) => new Option(name, id)));
  form.prison.value = selected;
  edit(answer.find(({ id }) => String(id) === selected));
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  bringIn();
});

form.prison.addEventListener('change', look);

$('both').addEventListener('click', bringInBoth);

$('all').addEventListener('click', lookAtAll);

lookAtAll();
