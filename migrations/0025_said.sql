-- Why a row is refused is English; what a translation needs of it stands beside it.
alter table contact_import_row add column said json;
alter table contact_import_error add column said json;
comment on column contact_import_row.said is 'Of problem: its pattern and what stands in its places; null where nothing does.';
comment on column contact_import_error.said is 'Of message: its pattern and what stands in its places; null where nothing does.';
