interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/** Everything that lies on a desk is an item. `items` is the present; `movements` is the history. */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table items (
      id uuid primary key,
      computer_number bigint generated always as identity unique,
      kind text not null,
      number text not null,
      subject text not null,
      unit_id uuid not null references units,
      nature text not null check (nature in ('electronic', 'physical')),
      classification text not null default 'normal' check (classification in ('normal', 'confidential')),
      priority text not null default 'ordinary' check (priority in
        ('ordinary', 'priority', 'immediate', 'top')),
      state text not null check (state in ('created', 'moving', 'parked', 'closed', 'attached', 'deleted')),
      holder_post_id uuid references posts,
      parent_id uuid references items,
      from_post_id uuid references posts,
      action_asked text,
      remarks text,
      arrived_at timestamptz not null,
      opened_at timestamptz,
      due_on date,
      parked_until date,
      movements integer not null default 0,
      created_by_post_id uuid not null references posts,
      created_at timestamptz not null,
      closed_at timestamptz,
      check ((state = 'attached') = (parent_id is not null)),
      check (state <> 'attached' or holder_post_id is null)
    );
    create index items_on_desk on items (holder_post_id, arrived_at desc, id desc)
      where state in ('created', 'moving', 'parked');
    create index items_closed_on_desk on items (holder_post_id, closed_at desc) where state = 'closed';
    create index items_by_unit on items (unit_id, kind, created_at desc);
    create function plain_number(number text) returns text language sql immutable parallel safe
      return replace(lower(translate(number, '०१२३४५६७८९ ', '0123456789')), 'एफ', 'f');
    comment on function plain_number is 'a number as one may type it: any digits, spaces or script of its F';
    create index items_by_number on items (plain_number(number) text_pattern_ops);
    create index items_by_creation on items (created_at desc, id desc);
    create index items_by_parent on items (parent_id) where parent_id is not null;
    create index items_by_words on items using gin ((number || ' ' || subject) gin_trgm_ops);
    comment on column items.opened_at is 'when the present holder first opened it; null is unread';
    grant update on items to secretariat_app;

    create table movements (
      id uuid primary key,
      xid xid8 not null default pg_current_xact_id(),
      item_id uuid not null references items,
      sequence integer not null,
      kind text not null check (kind in ('created', 'sent', 'returned', 'replied', 'pulled-back', 'parked',
        'unparked', 'closed', 'reopened', 'attached', 'detached', 'transferred', 'deleted')),
      from_post_id uuid references posts,
      from_employee_id uuid references employees,
      on_behalf_of_id uuid references employees,
      to_post_id uuid references posts,
      to_employee_id uuid references employees,
      at timestamptz not null,
      action_asked text,
      remarks text,
      priority text not null,
      due_on date,
      mark text not null,
      unique (item_id, sequence)
    );
    create index movements_by_sender on movements (from_post_id, at desc);
    create index movements_by_receiver on movements (to_post_id, item_id);
    create index movements_by_xid on movements (xid, id);
    call make_append_only('movements');

    create table openings (
      movement_id uuid primary key references movements,
      item_id uuid not null references items,
      post_id uuid not null references posts,
      employee_id uuid references employees,
      at timestamptz not null
    );
    create index openings_by_item on openings (item_id);
    call make_append_only('openings');

    create table item_copies (
      movement_id uuid not null references movements,
      post_id uuid not null references posts,
      item_id uuid not null references items,
      at timestamptz not null,
      read_at timestamptz,
      primary key (movement_id, post_id)
    );
    create index item_copies_by_post on item_copies (post_id, at desc);
    create index item_copies_unread on item_copies (post_id) where read_at is null;
    create index item_copies_by_item on item_copies (item_id, post_id);

    create table folders (
      id uuid primary key,
      post_id uuid not null references posts,
      name text not null,
      unique (post_id, name)
    );
    create table filings (
      post_id uuid not null references posts,
      item_id uuid not null references items,
      folder_id uuid not null references folders on delete cascade,
      primary key (post_id, item_id)
    );
    create index filings_by_folder on filings (folder_id);
    grant update on item_copies, folders, filings to secretariat_app;
    grant delete on folders, filings to secretariat_app;
  `);
}
