-- The words that name a claim's claimant where they are joined to no entity.

ALTER TABLE claims ADD COLUMN claimant VARCHAR DEFAULT '';
