interface Migration {
  readonly query: (sql: string) => Promise<unknown>;
}

/**
 * A receipt is an item with what stood on the letter. A sealed confidential cover has nothing on it yet
 * but how it came; whoever may open it completes it.
 */
export async function up({ query }: Migration): Promise<void> {
  await query(`
    create table receipts (
      item_id uuid primary key references items,
      diary_unit_id uuid not null references units,
      diary_year integer not null,
      diary_serial integer not null,
      delivery_mode text not null,
      delivery_number text,
      received_on date not null,
      letter_on date,
      letter_number text,
      form_of_communication text not null default 'letter',
      letter_language text not null default 'hi',
      ministry text,
      department text,
      sender_type text,
      sender_name text,
      sender_designation text,
      sender_organisation text,
      address_1 text,
      address_2 text,
      city text,
      state text,
      country text,
      pin text,
      email text,
      mobile text,
      telephone text,
      vip_type text,
      vip_name text,
      main_category text,
      sub_category text,
      enclosures_stated integer not null default 0,
      enclosures_found integer not null default 0,
      enclosure_remarks text,
      remarks text,
      sealed boolean not null default false,
      wants_acknowledgement boolean not null default false,
      acknowledged_at timestamptz,
      reply_to_item_id uuid references items,
      from_letter_id uuid,
      constraint one_diary_number unique (diary_unit_id, diary_year, diary_serial)
    );
    create index receipts_by_letter on receipts (lower(letter_number), letter_on);
    create index receipts_by_sender on receipts using gin (sender_name gin_trgm_ops);
    create index receipts_to_acknowledge on receipts (diary_unit_id, item_id)
      where wants_acknowledgement and acknowledged_at is null;
    create index receipts_by_reply on receipts (reply_to_item_id) where reply_to_item_id is not null;
    create index receipts_by_day on receipts (diary_unit_id, received_on desc);
    grant update on receipts to secretariat_app;

    create table receipt_documents (
      receipt_id uuid not null references receipts,
      position integer not null,
      document_id uuid not null references documents,
      title text not null,
      primary key (receipt_id, position)
    );
    create index receipt_documents_by_document on receipt_documents (document_id);
    grant update, delete on receipt_documents to secretariat_app;
  `);
}
