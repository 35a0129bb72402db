-- A draft in Neovim: what its diagnostics say, before and after all that is safe was mended. Needs no plugin.
-- nvim --headless -u NONE -c "luafile neovim.lua" with SKPLINT (the command), DRAFT (a file) and SAID (where to write).
local said = {}
local function tell(what)
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b) return a.lnum < b.lnum end)
  for _, one in ipairs(found) do
    table.insert(said, string.format("%s %d:%d-%d %s", what, one.lnum, one.col, one.end_col, one.code))
  end
end
local ok, why = pcall(function()
  vim.cmd("edit " .. vim.env.DRAFT)
  local id = vim.lsp.start_client({ name = "skplint", cmd = { vim.env.SKPLINT, "lsp" }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, id)
  vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)
  tell("before")
  local where = { start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } }
  local asked = { textDocument = { uri = vim.uri_from_bufnr(0) }, range = where,
    context = { diagnostics = {}, only = { "source.fixAll" } } }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 20000)
  local encoding = vim.lsp.get_client_by_id(id).offset_encoding
  for _, action in ipairs(answers[id].result) do vim.lsp.util.apply_workspace_edit(action.edit, encoding) end
  local count = #vim.diagnostic.get(0)
  vim.wait(20000, function() return #vim.diagnostic.get(0) ~= count end)
  tell("after")
  local hover = vim.lsp.buf_request_sync(0, "textDocument/hover",
    { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = 1, character = 1 } }, 20000)
  table.insert(said, "hover " .. vim.split(hover[id].result.contents.value, "\n")[1])
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do table.insert(said, "line " .. line) end
end)
if not ok then table.insert(said, "failed " .. tostring(why)) end
vim.fn.writefile(said, vim.env.SAID)
vim.cmd("qa!")
