-- A notice is about a subject of any kind, which says where it stands; whose words it is told in, says its sentence.
alter table notifications.notice
    add column subject_kind text not null default 'account',
    add column subject_id bigint not null default 0,
    add column address text not null default '/profile/password';
alter table notifications.notice rename column subject to title;
alter table notifications.notice rename column kind to sentence;
update notifications.notice
   set sentence = 'notifications.kind.' || replace(lower(sentence), '_', '-');
update notifications.notice
   set subject_kind = 'request', subject_id = request, address = '/requests/' || request
 where request is not null;
alter table notifications.notice
    drop column request,
    alter column subject_kind drop default,
    alter column subject_id drop default,
    alter column address drop default;
