#pragma once

namespace optoutlog {

// Gives up what the host never needs: new privileges through programs it might start, and a memory
// dump that would hold entries. Best effort; the host works without.
void harden_process();

// A write beyond the limit on a file's size then fails, as on a full disk, and does not end the
// process. Part of harden_process().
void survive_file_limit();

}  // namespace optoutlog
