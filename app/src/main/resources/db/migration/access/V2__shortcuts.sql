-- Whether single keys do what buttons do; some people press them by voice or by accident.
alter table access.account add column shortcuts boolean not null default true;
