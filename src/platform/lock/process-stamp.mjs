// What tells a process from a later one that was given the same number.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function linuxStamp(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name, in parentheses, may hold spaces: fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // State Z or X: killed, and only waiting for its parent to notice.
  if (fields[0] === 'Z' || fields[0] === 'X') return '';
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  return `${boot}-${fields[19]}`;
}

function posixStamp(pid) {
  const options = { encoding: 'utf8', env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' } };
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options)
    .trim()
    .replaceAll(/\s+/g, '_');
}

/** Windows gives no start time without a helper program: there, only being alive is checked. */
function aliveStamp(pid) {
  process.kill(pid, 0);
  return 'alive';
}

const stampOf = { linux: linuxStamp, win32: aliveStamp }[process.platform] ?? posixStamp;

export function processStamp(pid) {
  try {
    return stampOf(pid);
  } catch {
    return '';
  }
}

export function isSameProcess(pid, stamp) {
  return stamp !== '' && processStamp(pid) === stamp;
}
