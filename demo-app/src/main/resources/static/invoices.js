'use strict';

const JSON_TYPE = 'application/json';

const FORM_TYPE = 'application/x-www-form-urlencoded';

const form = $('invoice');

/** The id of the invoice in the form, or null for a new one. */
let current = null;

const input = (label, type, value) => {
  const element = document.createElement('input');
  element.type = type;
  element.value = value;
  element.setAttribute('aria-label', label);
  return element;
};

const button = (text, className, listener) => {
  const element = node('button', text, className);
  element.type = 'button';
  element.addEventListener('click', listener);
  return element;
};

/** One line of the form; saved ones show their id. */
const addLine = ({ id = null, description = '', quantity = 1 } = {}) => {
  const line = node('div', '', 'line');
  line.dataset.id = id ?? '';
  line.append(node('span', id ? `no. ${id}` : 'new', 'number'), input('Description', 'text', description),
    input('Quantity', 'number', quantity), button('Remove', 'plain', () => removeLine(line)), node('p', '', 'error'));
  $('lines').append(line);
};

const lines = () => [...$('lines').children].map((line) => {
  const [description, quantity] = line.querySelectorAll('input');
  const fields = { description: description.value, quantity: quantity.value };
  return line.dataset.id ? { id: line.dataset.id, ...fields } : fields;
});

const asJson = (invoice) => JSON.stringify({
  customer: invoice.customer,
  lines: invoice.lines.map(({ id, description, quantity }) => ({
    ...(id && { id: Number(id) }), description, quantity: quantity === '' ? null : Number(quantity),
  })),
}, null, 2);

const asForm = (invoice) => {
  const fields = new URLSearchParams({ customer: invoice.customer });
  invoice.lines.forEach((line, index) => Object.entries(line)
    .forEach(([name, value]) => fields.append(`lines[${index}].${name}`, value)));
  return fields.toString();
};

const readable = (body, type) => type === FORM_TYPE ? decodeURIComponent(body.replace(/\+/g, ' ')).replace(/&/g, '\n&')
  : body ?? '(no body)';

/** Sends a request and shows it with its answer and its SQL. */
const send = async (method, path, body, type) => {
  const headers = { 'Demo-Sql': 'yes', ...(type && { 'Content-Type': type }) };
  const response = await fetch(path, { method, body, headers });
  const answer = await response.json();
  show(method, path, readable(body, type), response, answer);
  return response.ok ? answer : null;
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
  showErrors(answer.errors ?? {});
};

/** Shows each violation under its field. */
const showErrors = (errors) => {
  $('customer-error').textContent = errors.customer ?? '';
  $('lines-error').textContent = errors.lines ?? '';
  [...$('lines').children].forEach((line, index) => {
    const own = Object.entries(errors).filter(([path]) => path.startsWith(`lines[${index}].`));
    line.querySelector('.error').textContent = own
      .map(([path, message]) => `${path.split('.').pop()} ${message}`).join('; ');
  });
};

const edit = (invoice) => {
  current = invoice.id ?? null;
  $('invoice-title').textContent = current ? `Invoice ${current}` : 'A new invoice';
  form.customer.value = invoice.customer;
  $('lines').replaceChildren();
  invoice.lines.forEach(addLine);
  $('delete').hidden = $('new').hidden = !current;
  showErrors({});
};

const save = (invoice) => {
  const path = current ? `/invoices/${current}` : '/invoices';
  return form.format.value === 'form'
    ? send('POST', path, asForm(invoice), FORM_TYPE)
    : send(current ? 'PUT' : 'POST', path, asJson(invoice), JSON_TYPE);
};

const removeLine = async (line) => {
  if (!line.dataset.id) {
    line.remove();
    return;
  }
  const invoice = await send('DELETE', `/invoices/${current}/lines/${line.dataset.id}`);
  if (invoice) {
    edit(invoice);
  }
};

const blank = () => edit({
  customer: 'Rui Costa',
  lines: [{ description: 'Tea towel', quantity: 3 }, { description: 'Notebook', quantity: 1 }],
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const invoice = await save({ customer: form.customer.value, lines: lines() });
  if (invoice) {
    edit(invoice);
  }
});

$('add').addEventListener('click', () => addLine());

$('steal').addEventListener('click', () => {
  const loot = { id: '1', description: 'Stolen', quantity: '1' };
  save({ customer: form.customer.value, lines: [...lines(), loot] });
});

$('look').addEventListener('click', () => send('GET', '/invoices/1'));

$('delete').addEventListener('click', async () => {
  if (await send('DELETE', `/invoices/${current}`)) {
    blank();
  }
});

$('new').addEventListener('click', blank);

blank();
