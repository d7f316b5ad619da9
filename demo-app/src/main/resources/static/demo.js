'use strict';

const row = (...cells) => {
  const tableRow = document.createElement('tr');
  tableRow.append(...cells);
  return tableRow;
};

const sum = (counts) => counts.reduce((total, entry) => total + entry.count, 0);

const expand = (path, parameters) => path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(parameters.get(name)));

/** What the meters say: 98, or 100 − 2 when two statements were sent ahead. */
const metered = (avoided, speculative) => speculative > 0 ? `${avoided} − ${speculative}` : `${avoided}`;

const checkSentence = ({ statements: sent, avoided, speculative, naive }) => {
  const fewer = naive.statements - sent.length;
  const saved = metered(sum(avoided), sum(speculative));
  const meters = fewer === sum(avoided) - sum(speculative)
    ? `${naive.statements} − ${sent.length} = ${saved}: the meters agree with the statements that were sent.`
    : `${naive.statements} − ${sent.length} = ${fewer}, but the meters say ${saved}: something else used the `
      + 'application meanwhile, or its meters are off.';
  return naive.sameResponse ? `${meters} Both runs gave the same response.` : `${meters} The responses differ!`;
};

const showFigures = (comparison) => {
  const sent = comparison.statements.length;
  const naive = comparison.naive.statements;
  const widest = Math.max(sent, naive, 1);
  $('sent').textContent = sent;
  $('naive').textContent = naive;
  $('saved').textContent = sum(comparison.avoided);
  $('sent-bar').style.width = `${100 * sent / widest}%`;
  $('naive-bar').style.width = `${100 * naive / widest}%`;
  $('check').textContent = checkSentence(comparison);
};

const showAvoided = (avoided) => {
  const rows = avoided.map(({ association, reason, count }) =>
    row(node('td', association, 'mono'), node('td', reason), node('td', count)));
  $('avoided').tBodies[0].replaceChildren(...rows);
  if (rows.length === 0) {
    $('avoided').tBodies[0].append(row(node('td', 'None'), node('td', ''), node('td', 0)));
  }
};

const showSpeculative = (speculative) => {
  const list = speculative.map(({ association, reason, count }) => `${association} (${reason}) ${count}`).join(', ');
  $('speculative').textContent = list && `Sent ahead, and not in naive mode: ${list}.`;
};

const showStatements = ({ statements: sent, naive }) => {
  $('statements').replaceChildren(...sent.map(sqlItem));
  $('naive-statements').replaceChildren(...naive.first.map(sqlItem));
  const hidden = naive.statements - naive.first.length;
  $('more').textContent = hidden > 0 ? `… and ${statements(hidden)} more.` : '';
};

const showComparison = (comparison, path, code) => {
  $('endpoint').textContent = path;
  $('endpoint').href = path;
  $('code').textContent = code;
  showFigures(comparison);
  showAvoided(comparison.avoided);
  showSpeculative(comparison.speculative);
  showStatements(comparison);
  $('response').textContent = JSON.stringify(comparison.response, null, 2);
  $('response').scrollTop = 0;
  reveal('comparison', $('check').textContent);
};

const showProblem = (title, detail) => {
  $('problem').querySelector('h3').textContent = title;
  $('problem').querySelector('p').textContent = detail;
  reveal('problem', `${title}: ${detail}`);
};

/** Shows one part of the result, hides the others, and says so to screen readers. */
const reveal = (id, status) => {
  for (const part of ['placeholder', 'problem', 'comparison']) {
    $(part).hidden = part !== id;
  }
  $('status').textContent = status;
  const top = $('result-title').getBoundingClientRect().top;
  if (top < 0 || top > window.innerHeight / 2) {
    $('result-title').scrollIntoView();
  }
};

const run = async (form) => {
  const parameters = new URLSearchParams(new FormData(form));
  const path = expand(form.dataset.path, parameters);
  const response = await fetch(`/demo/run?request=${form.dataset.request}&${parameters}`);
  const body = await response.json();
  if (response.ok) {
    showComparison(body, path, form.querySelector('pre').textContent);
  }
  else {
    showProblem(`${response.status} ${body.title ?? 'Error'}`, body.detail ?? `GET ${path}`);
  }
};

const submit = async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('button');
  document.querySelectorAll('form').forEach((other) => other.classList.toggle('current', other === form));
  button.disabled = true;
  try {
    await run(form);
  }
  catch (error) {
    showProblem('The application did not answer', error.message);
  }
  finally {
    button.disabled = false;
  }
};

const showAssociations = async () => {
  const response = await fetch('/actuator/inverseof');
  const { associations, flags } = await response.json();
  $('flags').textContent = flags.map(({ name, value, source }) => `${name}: ${value} (${source})`).join(' · ');
  $('associations').tBodies[0].replaceChildren(...associations.map(({ association, inverse, reason }) =>
    row(node('td', association, 'mono'), node('td', inverse ?? 'none', 'mono'), node('td', reason))));
};

document.querySelectorAll('form').forEach((form) => form.addEventListener('submit', submit));
showAssociations().catch(() => {
  $('flags').textContent = 'The endpoint did not answer.';
});
