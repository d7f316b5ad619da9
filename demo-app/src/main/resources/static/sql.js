'use strict';

const $ = (id) => document.getElementById(id);

const node = (name, text, className) => {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) {
    element.className = className;
  }
  return element;
};

const CLAUSE = / (FROM|VALUES|SET|WHERE|ORDER BY|LIMIT|OFFSET|FETCH) /g;

const SQL_TOKEN = /\b(SELECT|INSERT INTO|VALUES|UPDATE|SET|DELETE|FROM|WHERE|ORDER BY|AND|OR|IS NOT NULL|IS NULL|IN|ANY|LIMIT|OFFSET|FETCH|AS|ASC|DESC)\b| -- .*$/g;

/** The statement with a line for each clause, its keywords and parameters marked. */
const sqlItem = (statement) => {
  const item = document.createElement('li');
  const lines = statement.replace(CLAUSE, '\n$1 ');
  let end = 0;
  for (const match of lines.matchAll(SQL_TOKEN)) {
    item.append(lines.slice(end, match.index), node(match[1] ? 'b' : 'i', match[0]));
    end = match.index + match[0].length;
  }
  item.append(lines.slice(end));
  return item;
};

const statements = (count) => `${count} ${count === 1 ? 'statement' : 'statements'}`;
