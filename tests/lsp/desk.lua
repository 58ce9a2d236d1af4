-- A story opened in Neovim: what it shows, hovers and fixes is printed as JSON.
local function wait(what, test)
  if not vim.wait(240000, test, 20) then error("waited in vain for " .. what) end
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.STORY))
local client = vim.lsp.start_client({
  name = "lintnews",
  cmd = { vim.env.PYTHON, "-m", "lintnews", "lsp", "--stdio" },
  root_dir = vim.fn.fnamemodify(vim.env.STORY, ":h"),
})
vim.lsp.buf_attach_client(0, client)
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
local shown = vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col, d.code } end, vim.diagnostic.get(0))

local where = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { where.lnum + 1, where.col + 2 })
local params = vim.lsp.util.make_position_params(0, "utf-16")
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", params, 240000)[client].result.contents.value

local range = vim.lsp.util.make_range_params(0, "utf-16")
range.context = { diagnostics = {} }
local fixed = false
for _, action in ipairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", range, 240000)[client].result) do
  if action.edit and not fixed then
    vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    fixed = true
  end
end
wait("the finding to go", function() return #vim.diagnostic.get(0) < #shown end)
local text = vim.api.nvim_buf_get_lines(0, 0, -1, false)

vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, { "recieve 🌧 " })
wait("a finding in what was typed", function()
  return #vim.tbl_filter(function(d) return d.lnum == 0 end, vim.diagnostic.get(0)) == 1
end)
io.stdout:write(vim.fn.json_encode({ shown = shown, hover = hover, text = text }))
vim.cmd("qall!")
