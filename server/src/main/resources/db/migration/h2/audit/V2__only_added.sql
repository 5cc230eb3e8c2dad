-- V2__only_added.sql: the database itself refuses to change or remove an entry.
CREATE TRIGGER audit_entry_only_added BEFORE UPDATE, DELETE ON audit_entry
  FOR EACH ROW CALL 'jingtu.server.audit.RefuseAuditChange';
