'use strict';

const JSON_TYPE = 'application/json';

const FORM_TYPE = 'application/x-www-form-urlencoded';

const button = (text, className, listener) => {
  const element = node('button', text, className);
  element.type = 'button';
  element.addEventListener('click', listener);
  return element;
};

const readable = (body, type) => type === FORM_TYPE ? decodeURIComponent(body.replace(/\+/g, ' ')).replace(/&/g, '\n&')
  : body ?? '(no body)';

/** Sends a request and shows it with its answer and its SQL. */
const send = async (method, path, body, type) => {
  const headers = { 'Demo-Sql': 'yes', ...(type && { 'Content-Type': type }) };
  const response = await fetch(path, { method, body, headers });
  const answer = await response.json();
  show(method, path, readable(body, type), response, answer);
  return { ok: response.ok, answer };
};

const show = (method, path, request, response, answer) => {
  const sql = response.headers.get('Demo-Sql')?.split(/, */).map(decodeURIComponent) ?? [];
  const count = Number(response.headers.get('Demo-Statements') ?? 0);
  $('endpoint').textContent = `${method} ${path}`;
  $('answer').textContent = response.ok ? `${response.status}: saved` : `${response.status}: refused`;
  if (method === 'GET' || method === 'DELETE') {
    $('answer').textContent = `${response.status}`;
  }
  $('answer').className = response.ok ? '' : 'refused';
  $('detail').textContent = response.ok ? '' : answer.detail ?? '';
  $('sql-title').textContent = `SQL sent: ${statements(count)}`;
  $('statements').replaceChildren(...sql.map(sqlItem));
  $('request').textContent = request;
  $('response').textContent = JSON.stringify(answer, null, 2);
  $('placeholder').hidden = true;
  $('outcome').hidden = false;
  $('status').textContent = `${$('answer').textContent}. ${$('detail').textContent} ${$('sql-title').textContent}`;
};
