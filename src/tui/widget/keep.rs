//! What was typed and is not saved yet, kept in the book as a draft: under which name, and when. What is kept of a form is
//! the form's own business.

use crate::{
    store::{self, draft::Draft},
    tui::screen::{Cx, Outcome},
};
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// A draft is written when something typed has waited this long; ticks come at least every 700 ms.
const AFTER: Duration = Duration::from_secs(1);

/// The draft of something that is open.
pub struct Keep {
    name: String,
    since: Option<Instant>,
    is_kept: bool,
    /// The draft of a program that ended.
    left: Option<i64>,
}

impl Keep {
    /// Nothing kept yet of a form; what it is about may stand behind its name.
    pub fn new(form: &str, cx: &Cx) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self { is_kept: false, ..Self::named(format!("{form}/{}/{count}", cx.session.id)) }
    }

    /// Goes on with a draft.
    pub fn of(draft: &Draft) -> Self {
        Self::named(draft.form.clone())
    }

    /// Goes on with the draft of that name.
    pub const fn named(name: String) -> Self {
        Self { name, since: None, is_kept: true, left: None }
    }

    /// The name of the draft, whether there is one yet or not.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The one draft that there is of a form about a record, with what was kept there before.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn only(form: &str, record: i64, cx: &Cx) -> store::Result<(Self, Option<Draft>)> {
        let is_it = |draft: &Draft| draft.record == record && draft.form.split('/').next() == Some(form);
        let draft = cx.reader.drafts(&cx.session.id)?.into_iter().find(is_it);
        let mut keep = draft.as_ref().map_or_else(|| Self::new(form, cx), Self::of);
        keep.left = draft.as_ref().filter(|draft| draft.session != cx.session.id).map(|draft| draft.id);
        Ok((keep, draft))
    }

    /// Takes over what another program left, so that it goes on as this one's.
    pub fn take_over(&mut self, cx: &mut Cx) {
        if let Some(id) = self.left.take() {
            cx.write(move |store, session, _| {
                store.resume_draft(session, id)?;
                Ok(Outcome::Quiet)
            });
        }
    }

    /// Something was typed.
    pub fn typed(&mut self, now: Instant) {
        self.since.get_or_insert(now);
    }

    /// Whether what was typed has waited long enough to be kept now.
    pub fn is_due(&mut self, cx: &Cx, force: bool) -> bool {
        self.since.take_if(|since| force || cx.now.duration_since(*since) >= AFTER).is_some()
    }

    /// Keeps what was typed over a record and the `rev` of it that was read; of a blank form nothing. `true` when there
    /// was something to write.
    pub fn keep(&mut self, body: Option<String>, (record, rev): (i64, i64), cx: &mut Cx) -> bool {
        let Some(body) = body else { return self.drop(cx) };
        (self.since, self.is_kept) = (None, true);
        let name = self.name.clone();
        cx.write(move |store, session, _| {
            store.put_draft(session, &name, record, rev, &body)?;
            Ok(Outcome::Quiet)
        });
        true
    }

    /// What was typed is on its way into the book: the name of its draft, which goes with it.
    pub fn sent(&mut self) -> Option<String> {
        self.since = None;
        self.is_kept.then(|| self.name.clone())
    }

    /// What was sent is in the book, and its draft gone.
    pub const fn written(&mut self) {
        self.is_kept = false;
    }

    /// Throws away what was kept; `true` when there was something.
    pub fn drop(&mut self, cx: &mut Cx) -> bool {
        self.since = None;
        let was_kept = std::mem::take(&mut self.is_kept);
        if was_kept {
            let name = self.name.clone();
            cx.write(move |store, _, _| {
                store.drop_draft(&name)?;
                Ok(Outcome::Quiet)
            });
        }
        was_kept
    }
}
