-- Who is asked for their mandate says yes or no, and may say why. The words are sealed like all words of a family, and are read by whoever sees
-- that they were asked.
alter table lab.decision_asked add column sealed bytea;
alter table lab.decision_asked add constraint words_with_an_answer check (sealed is null or answer is not null);
comment on column lab.decision_asked.sealed is 'Why who was asked said yes or no, in their own words, sealed. Null when they gave no reason.';
grant update (sealed) on lab.decision_asked to lab_app;
