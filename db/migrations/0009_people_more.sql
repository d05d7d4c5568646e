-- What the database itself holds of managing people: who may change what of whom, how an identity is
-- erased, and what is removed when its time has come.

-- A role, or an absence, taken back before it had any effect holds on no day.
alter table role_grant drop constraint role_grant_valid_check;
alter table role_grant add constraint role_grant_valid_check check (not lower_inf(valid));
alter table absence drop constraint absence_valid_check;
alter table absence add constraint absence_valid_check check (not lower_inf(valid));

-- Whoever holds a role over the platform, now or later, is managed by the administration alone:
-- otherwise the coordination could let itself in under their name.
create function manages_person(managed uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return actor_is('administration') or actor_is('system')
      or (actor_is('coordination') and not exists (
            select from role_grant g
             where g.person_id = managed
               and g.organisation_id is null
               and (upper_inf(g.valid) or upper(g.valid) > local_day())));

alter policy managed on invitation
  with check (case when person_id is null then actor_is('system') or actor_is('operator')
                   else manages_person(person_id) end);

-- Row-level security says which rows, not which columns nor from what to what.
create function guard_person() returns trigger
  language plpgsql as $$
begin
  if current_user <> 'passerelle_app' then
    return new;
  end if;
  if new.erased_at is distinct from old.erased_at then
    raise exception 'an identity is erased by erase_identity only' using errcode = 'insufficient_privilege';
  end if;
  if (new.email, new.email_verified) is distinct from (old.email, old.email_verified)
     and not (actor_is('administration') or actor_is('system')) then
    raise exception 'only the administration changes an address' using errcode = 'insufficient_privilege';
  end if;
  if new.leaves_on is distinct from old.leaves_on and not manages_person(old.id) then
    raise exception 'only who manages a person ends their access' using errcode = 'insufficient_privilege';
  end if;
  if not manages_person(old.id) and old.id is distinct from acting_person() then
    raise exception 'only who manages a person changes them' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger guard_person before update on person for each row execute function guard_person();

-- Ends what somebody has open: their access has just ended.
create function end_sessions(ended uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not manages_person(ended) then
    raise exception 'only who manages a person ends their sessions' using errcode = 'insufficient_privilege';
  end if;
  delete from auth.session where person_id = ended;
end
$$;
revoke all on function end_sessions(uuid) from public;
grant execute on function end_sessions(uuid) to passerelle_app;

-- Cuts an identity: nobody signs in as them any more, and their name and address are nobody's. What
-- refers to them keeps their id, and the record, which names people by their id only, is not touched.
create function erase_identity(erased uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known person;
begin
  if not (actor_is('administration') or actor_is('system')) then
    raise exception 'only the administration erases a person' using errcode = 'insufficient_privilege';
  end if;
  select * into known from person where id = erased for update;
  if known.leaves_on is null or known.leaves_on > local_day() then
    raise exception 'a person is erased once their access has ended' using errcode = 'insufficient_privilege';
  end if;
  delete from auth.session where person_id = erased;
  delete from auth.account where person_id = erased;
  delete from auth.two_factor where person_id = erased;
  delete from auth.passkey where person_id = erased;
  delete from auth.verification
   where strpos(value, erased::text) > 0
      or strpos(identifier || ' ' || value, known.email) > 0;
  delete from invitation where person_id = erased;
  delete from mail_body b using mail_message m where m.id = b.message_id and m.person_id = erased;
  update mail_message
     set to_address = format('efface-%s@invalide.invalid', erased), failure = null,
         state = case when state in ('queued', 'uncertain') then 'failed' else state end
   where person_id = erased or lower(to_address) = known.email;
  update person
     set name = 'Personne effacée', email = format('efface-%s@invalide.invalid', erased),
         email_verified = false, image = null, two_factor_enabled = false, last_sign_in_at = null,
         erased_at = now(), updated_at = now()
   where id = erased;
end
$$;
revoke all on function erase_identity(uuid) from public;
grant execute on function erase_identity(uuid) to passerelle_app;

-- Removes what is kept for a number of days only; says how many rows of each kind were.
create function remove_expired(
  invitation_days integer, session_days integer, trace_days integer, attempt_days integer, mail_days integer)
  returns table (kind text, removed integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (actor_is('administration') or actor_is('system')) then
    raise exception 'only the administration removes what has expired' using errcode = 'insufficient_privilege';
  end if;
  return query
    with gone as (
      delete from invitation i
       where coalesce(i.accepted_at, i.revoked_at, i.expires_at) < now() - make_interval(days => invitation_days)
      returning 1)
    select 'invitation', count(*)::integer from gone;
  return query
    with gone as (
      delete from auth.session s where s.expires_at < now() - make_interval(days => session_days) returning 1)
    select 'session', count(*)::integer from gone;
  return query
    with gone as (
      update auth.session s set ip_address = null, user_agent = null
       where s.created_at < now() - make_interval(days => trace_days)
         and (s.ip_address is not null or s.user_agent is not null)
      returning 1)
    select 'sign-in-trace', count(*)::integer from gone;
  return query
    with gone as (delete from auth.verification v where v.expires_at < now() returning 1)
    select 'verification', count(*)::integer from gone;
  return query
    with gone as (
      delete from auth.throttle t
       where t.blocked_until < now() and t.last_failure_at < now() - make_interval(days => attempt_days)
      returning 1)
    select 'attempt', count(*)::integer from gone;
  return query
    with gone as (
      delete from mail_message m
       where m.state in ('sent', 'failed', 'bounced') and m.state_since < now() - make_interval(days => mail_days)
      returning 1)
    select 'mail', count(*)::integer from gone;
end
$$;
revoke all on function remove_expired(integer, integer, integer, integer, integer) from public;
grant execute on function remove_expired(integer, integer, integer, integer, integer) to passerelle_app;
