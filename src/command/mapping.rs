//! What the columns of lists mean, kept under names for everybody who uses the book.

use crate::{
    import::mapping::Saved,
    store::{Reader, Result, Store},
};

/// Under which name they are kept.
const KEY: &str = "mappings";

/// The saved mappings, the last one first.
pub fn all(reader: &Reader) -> Result<Vec<Saved>> {
    // what cannot be read any more is no mapping
    Ok(reader.common_preference(KEY)?.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
}

/// Keeps a mapping in place of the one of that name.
pub fn keep(store: &mut Store, saved: Saved) -> Result<()> {
    let mut all = all(store)?;
    all.retain(|other| other.name != saved.name);
    all.insert(0, saved);
    write(store, &all)
}

/// Forgets a mapping.
pub fn forget(store: &mut Store, name: &str) -> Result<()> {
    let mut all = all(store)?;
    all.retain(|other| other.name != name);
    write(store, &all)
}

fn write(store: &mut Store, all: &[Saved]) -> Result<()> {
    let kept = serde_json::to_string(all).expect("strings and a number have a form in JSON");
    store.set_preference(None, KEY, &kept)
}
