//! Sets of ids: a bit for each, in blocks, because the ids of a table follow each other. A hundred thousand take 13 kB.

use std::collections::BTreeMap;

/// Ids of one block.
const BLOCK: i64 = 4096;

/// A set of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdSet {
    /// The bits of each block that has any.
    blocks: BTreeMap<i64, [u64; 64]>,
}

/// The block of an id, the word in it, the bit in that.
const fn place(id: i64) -> (i64, usize, u64) {
    let within = id.rem_euclid(BLOCK) as usize;
    (id.div_euclid(BLOCK), within / 64, 1 << (within % 64))
}

impl IdSet {
    /// Takes an id in; `false` when it was there.
    pub fn insert(&mut self, id: i64) -> bool {
        let (block, word, bit) = place(id);
        let word = &mut self.blocks.entry(block).or_insert([0; 64])[word];
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Takes an id out; `false` when it was not there.
    pub fn remove(&mut self, id: i64) -> bool {
        let (block, word, bit) = place(id);
        let Some(words) = self.blocks.get_mut(&block) else { return false };
        let was_there = words[word] & bit != 0;
        words[word] &= !bit;
        if words.iter().all(|word| *word == 0) {
            self.blocks.remove(&block);
        }
        was_there
    }

    /// Whether an id is in it.
    pub fn contains(&self, id: i64) -> bool {
        let (block, word, bit) = place(id);
        self.blocks.get(&block).is_some_and(|words| words[word] & bit != 0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.blocks.values().flatten().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// What is in this set and in another.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut blocks = BTreeMap::new();
        for (block, words) in &self.blocks {
            let Some(others) = other.blocks.get(block) else { continue };
            let both: [u64; 64] = std::array::from_fn(|at| words[at] & others[at]);
            if both.iter().any(|word| *word != 0) {
                blocks.insert(*block, both);
            }
        }
        Self { blocks }
    }

    /// The ids, the smallest first.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        self.blocks.iter().flat_map(|(block, words)| {
            let bits = move |(at, word): (usize, &u64)| {
                let (word, first) = (*word, block * BLOCK + at as i64 * 64);
                (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| first + bit)
            };
            words.iter().enumerate().flat_map(bits)
        })
    }
}

impl Extend<i64> for IdSet {
    fn extend<I: IntoIterator<Item = i64>>(&mut self, ids: I) {
        for id in ids {
            self.insert(id);
        }
    }
}

impl FromIterator<i64> for IdSet {
    fn from_iter<I: IntoIterator<Item = i64>>(ids: I) -> Self {
        let mut set = Self::default();
        set.extend(ids);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn id() -> impl Strategy<Value = i64> {
        prop_oneof![0i64..300, (1i64 << 40)..(1 << 40) + 300, any::<i64>()]
    }

    proptest! {
        #[test]
        fn a_set_of_ids_is_a_set(steps in prop::collection::vec((any::<bool>(), id()), 0..80), other in prop::collection::vec(id(), 0..80)) {
            let (mut set, mut model) = (IdSet::default(), BTreeSet::new());
            for (comes, id) in steps {
                if comes {
                    prop_assert_eq!(set.insert(id), model.insert(id));
                } else {
                    prop_assert_eq!(set.remove(id), model.remove(&id));
                }
            }
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), model.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!((set.len(), set.is_empty()), (model.len(), model.is_empty()));
            let other: BTreeSet<i64> = other.into_iter().collect();
            let both: Vec<i64> = set.and(&other.iter().copied().collect()).iter().collect();
            prop_assert_eq!(both, model.intersection(&other).copied().collect::<Vec<_>>());
            for id in other {
                prop_assert_eq!(set.contains(id), model.contains(&id));
            }
        }
    }
}
