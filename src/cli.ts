import { Command, CommanderError } from 'commander';
import { DomainError } from '#platform/errors/domain-error.ts';
import { reportDefect } from '#platform/log/report-defect.ts';
import { registerAudit } from './cli/audit.ts';
import { registerBackup } from './cli/backup.ts';
import { registerDoctor } from './cli/doctor.ts';
import { registerExport } from './cli/export.ts';
import { speakFrench } from './cli/french-help.ts';
import { registerImport } from './cli/import.ts';
import { registerMail } from './cli/mail.ts';
import { registerMigrate } from './cli/migrate.ts';
import { registerReport } from './cli/report.ts';
import { registerReportTemplate } from './cli/report-template.ts';
import { registerRestore } from './cli/restore.ts';
import { registerServe } from './cli/serve.ts';
import { registerUser } from './cli/user.ts';

const program = speakFrench(
  new Command('passerelle')
    .description('Un plan d’action public partagé, du premier problème signalé au rapport publié.')
    .exitOverride(),
);
registerServe(program);
registerMigrate(program);
registerImport(program);
registerExport(program);
registerReport(program);
registerReportTemplate(program);
registerUser(program);
registerAudit(program);
registerMail(program);
registerDoctor(program);
registerBackup(program);
registerRestore(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof DomainError) console.error(error.message);
  else console.error(`Erreur inattendue; référence ${reportDefect(error)} au journal ci-dessus.`);
}
