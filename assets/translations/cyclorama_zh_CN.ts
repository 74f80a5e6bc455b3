<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>A virtual background for every meeting program, computed on this computer only.</source>
        <translation>适用于所有会议程序的虚拟背景，仅在本机计算。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>For a bug report: no pictures, no file names</source>
        <translation>用于错误报告：不含图片和文件名</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Cyclorama, its pictures and its model: Apache-2.0</source>
        <translation>Cyclorama 及其图片和模型：Apache-2.0</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Your camera is off; others see a still picture</source>
        <translation>摄像头已关闭；其他人看到静止画面</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Others see the last picture</source>
        <translation>其他人看到最后一帧画面</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Camera and result side by side</source>
        <translation>并排显示摄像头画面和结果</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>Show what is kept in white</source>
        <translation>以白色显示保留的部分</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Flip the picture for you only</source>
        <translation>仅为您翻转画面</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Only the picture</source>
        <translation>仅显示画面</translation>
    </message>
    <message>
        <source>Others see</source>
        <translation>其他人看到</translation>
    </message>
    <message>
        <source>My view</source>
        <translation>仅自己可见</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>No virtual camera installed.</source>
        <translation>未安装虚拟摄像头。</translation>
    </message>
    <message>
        <source>In use by {programs}.</source>
        <translation>{programs} 正在使用。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>前往设置向导</translation>
    </message>
    <message>
        <source>Where do I choose it?</source>
        <translation>在哪里选择？</translation>
    </message>
</context>
<context>
    <name>AdjustPage</name>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>取景</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>影棚光</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>姓名牌</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Adjustments reset</source>
        <translation>调整已重置</translation>
    </message>
    <message>
        <source>No effect while no background is chosen.</source>
        <translation>未选择背景时无效。</translation>
    </message>
    <message>
        <source>Choose a picture, a video or a colour as background to use this.</source>
        <translation>请先选择图片、视频或颜色作为背景。</translation>
    </message>
    <message>
        <source>Turn up the key light to use this.</source>
        <translation>请先调高主光强度。</translation>
    </message>
    <message>
        <source>Zoom in to use this.</source>
        <translation>放大后可用。</translation>
    </message>
    <message>
        <source>“Follow my face” chooses the position.</source>
        <translation>位置由“跟随我的脸”决定。</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The window&apos;s settings were damaged. Gallery and theme start anew.</source>
        <translation>窗口设置已损坏。图库和主题已恢复为初始状态。</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>损坏的文件已保留为 {path}。</translation>
    </message>
</context>
<context>
    <name>BackgroundOptions</name>
    <message>
        <source>Blur strength</source>
        <translation>模糊强度</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>图片适应方式</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>填满画面</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>您的真实背景可见。</translation>
    </message>
    <message>
        <source>Night blue</source>
        <translation>夜蓝</translation>
    </message>
    <message>
        <source>Forest green</source>
        <translation>森林绿</translation>
    </message>
    <message>
        <source>Clay brown</source>
        <translation>陶土棕</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>亚麻色</translation>
    </message>
    <message>
        <source>Paper white</source>
        <translation>纸白</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>其他颜色…</translation>
    </message>
</context>
<context>
    <name>Backgrounds</name>
    <message>
        <source>Bookshelf</source>
        <translation>书架</translation>
    </message>
    <message>
        <source>Bright window</source>
        <translation>明亮的窗</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>帆布</translation>
    </message>
    <message>
        <source>City dusk</source>
        <translation>城市黄昏</translation>
    </message>
    <message>
        <source>Evening lights</source>
        <translation>夜晚灯光</translation>
    </message>
    <message>
        <source>Home office</source>
        <translation>居家办公室</translation>
    </message>
    <message>
        <source>Leaf shadows</source>
        <translation>树叶光影</translation>
    </message>
    <message>
        <source>Misty hills</source>
        <translation>雾中山峦</translation>
    </message>
    <message>
        <source>Plaster wall</source>
        <translation>灰泥墙</translation>
    </message>
    <message>
        <source>Slow waves</source>
        <translation>缓慢波浪</translation>
    </message>
    <message>
        <source>Soft gradient</source>
        <translation>柔和渐变</translation>
    </message>
    <message>
        <source>Studio grey</source>
        <translation>影棚灰</translation>
    </message>
    <message>
        <source>Warm lamp</source>
        <translation>暖灯</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Light blur</source>
        <translation>轻度模糊</translation>
    </message>
    <message>
        <source>Strong blur</source>
        <translation>强烈模糊</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>BackgroundsPage</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Nothing here yet. Click the star on a picture to add it.</source>
        <translation>这里还没有内容。点击图片上的星标即可添加。</translation>
    </message>
    <message>
        <source>Drop or paste your own pictures and videos here.</source>
        <translation>可将您自己的图片和视频拖放或粘贴到此处。</translation>
    </message>
    <message>
        <source>{title} removed</source>
        <translation>已移除 {title}</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>{title} is already in the gallery</source>
        <translation>{title} 已在图库中</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n 个无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>已添加 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} can&apos;t be read</source>
        <translation>无法读取 {title}</translation>
    </message>
    <message>
        <source>The file is damaged, was moved or has an unknown format.</source>
        <translation>文件已损坏、被移动或格式未知。</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n removed background(s)</source>
        <translation>
            <numerusform>恢复 %n 个已移除的背景</numerusform>
        </translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭消息</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>还有 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the fix for {title}</source>
        <translation>复制“{title}”的解决办法</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CleanPlateBox</name>
    <message>
        <source>Two seconds of the background without you show what is you, and what you hold.</source>
        <translation>两秒钟没有您的背景画面，就能分辨出您和您手里的东西。</translation>
    </message>
    <message>
        <source>Step out of the picture</source>
        <translation>离开画面拍摄</translation>
    </message>
    <message>
        <source>Keep the clean plate</source>
        <translation>保留空景</translation>
    </message>
    <message>
        <source>Delete the clean plate</source>
        <translation>删除空景</translation>
    </message>
    <message>
        <source>It is kept on this computer, where only you can read it.</source>
        <translation>它保存在这台电脑上，只有您能读取。</translation>
    </message>
    <message>
        <source>It is a picture of your home: forgotten when Cyclorama ends, unless you keep it.</source>
        <translation>这是您家的画面：除非您保留它，否则 Cyclorama 退出后即被清除。</translation>
    </message>
    <message>
        <source>Step out: {seconds} s</source>
        <translation>请离开画面：{seconds} 秒</translation>
    </message>
    <message>
        <source>Stay out: {percent} %</source>
        <translation>请勿返回：{percent}%</translation>
    </message>
    <message>
        <source>Leave the picture, and leave the camera as it is.</source>
        <translation>请离开画面，并保持摄像头不动。</translation>
    </message>
    <message>
        <source>The clean plate is in use.</source>
        <translation>正在使用空景。</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the window?</source>
        <translation>关闭窗口？</translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation>正在向会议发送画面</translation>
    </message>
    <message>
        <source>If you quit, your picture disappears from the meeting.</source>
        <translation>如果退出，您的画面将从会议中消失。</translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation>以后都这样做</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The window&apos;s settings can&apos;t be saved</source>
        <translation>无法保存窗口设置</translation>
    </message>
    <message>
        <source>No camera found. The demo clip is playing.</source>
        <translation>未找到摄像头，正在播放演示片段。</translation>
    </message>
    <message>
        <source>Connect a camera; everything else can be tried meanwhile.</source>
        <translation>请连接摄像头；其他功能可以先试用。</translation>
    </message>
    <message>
        <source>Set-up says what to do.</source>
        <translation>“设置向导”会告诉您该怎么做。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>前往设置向导</translation>
    </message>
</context>
<context>
    <name>DeviceMenu</name>
    <message>
        <source>Camera and picture</source>
        <translation>摄像头与画面</translation>
    </message>
    <message>
        <source>{camera}: choose camera, resolution and virtual camera</source>
        <translation>{camera}：选择摄像头、分辨率和虚拟摄像头</translation>
    </message>
    <message>
        <source>Camera {name}</source>
        <translation>摄像头 {name}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>演示片段</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Not installed – set up…</source>
        <translation>未安装 – 前往设置向导…</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>无摄像头</translation>
    </message>
    <message>
        <source>{name} connected</source>
        <translation>{name} 已连接</translation>
    </message>
    <message>
        <source>Use this camera</source>
        <translation>使用此摄像头</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>capture</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>180</source>
        <translation>180</translation>
    </message>
    <message>
        <source>270</source>
        <translation>270</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Camera format</source>
        <translation>摄像头格式</translation>
    </message>
    <message>
        <source>Camera permission</source>
        <translation>摄像头权限</translation>
    </message>
    <message>
        <source>Camera portal</source>
        <translation>摄像头门户</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Fedora&apos;s Firefox shows PipeWire cameras and may not show v4l2loopback ones</source>
        <translation>Fedora 的 Firefox 会列出 PipeWire 摄像头，但可能不列出 v4l2loopback 摄像头</translation>
    </message>
    <message>
        <source>Fine edges</source>
        <translation>精细边缘</translation>
    </message>
    <message>
        <source>Follow hair and fingers at full resolution.</source>
        <translation>以全分辨率贴合发丝和手指。</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>How much closer you are shown.</source>
        <translation>画面放大多少。</translation>
    </message>
    <message>
        <source>How much of the background&apos;s light falls on your edges.</source>
        <translation>背景光映在您轮廓边缘上的程度。</translation>
    </message>
    <message>
        <source>Index, stable id, path or name of the camera; auto takes the first.</source>
        <translation>摄像头的序号、固定标识、路径或名称；“自动”取第一个。</translation>
    </message>
    <message>
        <source>Light wrap</source>
        <translation>环境光包裹</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation>PipeWire</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
    <message>
        <source>Save power</source>
        <translation>省电</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>安全启动</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>What computes the mask.</source>
        <translation>用什么计算蒙版。</translation>
    </message>
    <message>
        <source>What is asked of the camera.</source>
        <translation>向摄像头请求的格式。</translation>
    </message>
    <message>
        <source>What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.</source>
        <translation>计算蒙版所用的精度；“自动”在处理器支持时对视频用 bf16，对图片用 f32。</translation>
    </message>
    <message>
        <source>Which part is shown while zoomed in.</source>
        <translation>放大时显示哪一部分。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>`{program} devices` lists them</source>
        <translation>可用 `{program} devices` 列出</translation>
    </message>
    <message>
        <source>`{program} doctor` says what is missing</source>
        <translation>`{program} doctor` 会说明缺少什么</translation>
    </message>
    <message>
        <source>a picture of {width}x{height} does not fit into a {ending} file</source>
        <translation>{width}x{height} 的图片无法存入 {ending} 文件</translation>
    </message>
    <message>
        <source>alpha on modest machines</source>
        <translation>适合普通电脑的透明度抠像</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>can&apos;t keep an alpha as {name}</source>
        <translation>无法将透明度存为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write a picture as {name}</source>
        <translation>无法将图片写为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write a video as {name}</source>
        <translation>无法将视频写为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>check its name and rights</source>
        <translation>请检查其名称和权限</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>请检查磁盘</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>请检查名称</translation>
    </message>
    <message>
        <source>choose a v4l2loopback device</source>
        <translation>请选择一个 v4l2loopback 设备</translation>
    </message>
    <message>
        <source>choose another model</source>
        <translation>请选择其他模型</translation>
    </message>
    <message>
        <source>choose another model or runtime</source>
        <translation>请选择其他模型或推理引擎</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>choose another one</source>
        <translation>请另选一个</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>请换一个位置</translation>
    </message>
    <message>
        <source>close it there</source>
        <translation>请在那里关闭它</translation>
    </message>
    <message>
        <source>close other programs that use it, or allow access to it</source>
        <translation>请关闭使用它的其他程序，或允许访问它</translation>
    </message>
    <message>
        <source>contain</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>请重新复制</translation>
    </message>
    <message>
        <source>copy it again or use another one</source>
        <translation>请重新复制，或改用其他图片</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>defaults apply</source>
        <translation>已采用默认值</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>请手动删除</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>don&apos;t use it</source>
        <translation>请勿使用</translation>
    </message>
    <message>
        <source>end it in .png or .mkv, or name a folder</source>
        <translation>请以 .png 或 .mkv 结尾，或给出文件夹</translation>
    </message>
    <message>
        <source>export it with softmax or argmax as its output</source>
        <translation>请以 softmax 或 argmax 为输出重新导出</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>请腾出一些空间</translation>
    </message>
    <message>
        <source>free some space or choose another place</source>
        <translation>请腾出一些空间，或换一个位置</translation>
    </message>
    <message>
        <source>import a model only</source>
        <translation>请只导入模型</translation>
    </message>
    <message>
        <source>import a plain folder</source>
        <translation>请导入普通文件夹</translation>
    </message>
    <message>
        <source>import an inference model, as PaddleSeg exports it</source>
        <translation>请导入 PaddleSeg 导出的推理模型</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>install paddlepaddle, or use openvino</source>
        <translation>请安装 paddlepaddle，或改用 openvino</translation>
    </message>
    <message>
        <source>install the package v4l2loopback-dkms and run `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, or choose the PipeWire camera</source>
        <translation>请安装软件包 v4l2loopback-dkms 并运行 `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`，或选择 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>it has no build for Windows on Arm; elsewhere run `make run` again</source>
        <translation>它没有 Windows on Arm 的版本；在其他系统上请重新运行 `make run`</translation>
    </message>
    <message>
        <source>connect one</source>
        <translation>请连接一个</translation>
    </message>
    <message>
        <source>reconnect it or choose another</source>
        <translation>请重新连接，或选择其他摄像头</translation>
    </message>
    <message>
        <source>the animation {path} is damaged ({reason})</source>
        <translation>动画 {path} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>{camera} is disconnected</source>
        <translation>{camera} 已断开</translation>
    </message>
    <message>
        <source>{name} is disconnected</source>
        <translation>{name} 已断开</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason})</source>
        <translation>无法读取 {path}（{reason}）</translation>
    </message>
    <message>
        <source>reading {path} failed: {reason}</source>
        <translation>读取 {path} 失败：{reason}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be used ({reason})</source>
        <translation>无法使用 {path}（{reason}）</translation>
    </message>
    <message>
        <source>{path} exists and is not a file</source>
        <translation>{path} 已存在且不是文件</translation>
    </message>
    <message>
        <source>{path} exists and is not a folder</source>
        <translation>{path} 已存在且不是文件夹</translation>
    </message>
    <message>
        <source>{path} is not a model description: {reason}</source>
        <translation>{path} 不是模型描述：{reason}</translation>
    </message>
    <message>
        <source>{program} models lists them</source>
        <translation>可用 {program} models 列出</translation>
    </message>
    <message>
        <source>create it first</source>
        <translation>请先创建它</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not a valid model name</source>
        <translation>“{name}”不是有效的模型名称</translation>
    </message>
    <message>
        <source>A line of text in a corner of the picture; empty for none.</source>
        <translation>画面角落的一行文字；留空则不显示。</translation>
    </message>
    <message>
        <source>Brighten dark areas</source>
        <translation>提亮暗部</translation>
    </message>
    <message>
        <source>Clean up specks</source>
        <translation>清除杂点</translation>
    </message>
    <message>
        <source>Colour of the green screen as #RRGGBB; auto finds it in the picture.</source>
        <translation>绿幕的颜色，写作 #RRGGBB；“自动”会在画面中查找。</translation>
    </message>
    <message>
        <source>Compute the mask for every second frame only.</source>
        <translation>每两帧只计算一次蒙版。</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>角落</translation>
    </message>
    <message>
        <source>Device that meeting programs show; auto takes the first.</source>
        <translation>会议程序显示的设备；“自动”取第一个。</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能耗</translation>
    </message>
    <message>
        <source>File with a small picture beside the name, or alone; empty for none.</source>
        <translation>姓名旁或单独显示的小图片文件；留空则不显示。</translation>
    </message>
    <message>
        <source>Flip yourself left to right for others; the background stays readable.</source>
        <translation>为其他人左右翻转您的画面；背景保持可读。</translation>
    </message>
    <message>
        <source>Follow my face</source>
        <translation>跟随我的脸</translation>
    </message>
    <message>
        <source>Horizontal position</source>
        <translation>水平位置</translation>
    </message>
    <message>
        <source>How a picture fills the frame.</source>
        <translation>图片如何填充画面。</translation>
    </message>
    <message>
        <source>How far your brightness and colours follow the chosen picture&apos;s light.</source>
        <translation>您的亮度和色彩随所选图片光线变化的程度。</translation>
    </message>
    <message>
        <source>How much dark areas are lifted.</source>
        <translation>暗部提亮的程度。</translation>
    </message>
    <message>
        <source>How much soft light falls on you from one side.</source>
        <translation>从一侧照在您身上的柔光强度。</translation>
    </message>
    <message>
        <source>Keep your face in the middle while zoomed in.</source>
        <translation>放大时使您的脸保持在画面中央。</translation>
    </message>
    <message>
        <source>Key colour</source>
        <translation>键控颜色</translation>
    </message>
    <message>
        <source>Key light</source>
        <translation>主光</translation>
    </message>
    <message>
        <source>Light comes from</source>
        <translation>光线来自</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Make the camera picture cooler or warmer.</source>
        <translation>使摄像头画面更冷或更暖。</translation>
    </message>
    <message>
        <source>Make the camera picture darker or brighter.</source>
        <translation>使摄像头画面更暗或更亮。</translation>
    </message>
    <message>
        <source>Make the camera picture softer or stronger.</source>
        <translation>使摄像头画面对比更弱或更强。</translation>
    </message>
    <message>
        <source>Match the background</source>
        <translation>匹配背景光线</translation>
    </message>
    <message>
        <source>Matting</source>
        <translation>抠像</translation>
    </message>
    <message>
        <source>Mirror for others</source>
        <translation>他人画面镜像</translation>
    </message>
    <message>
        <source>Name or path of the segmentation model; auto chooses the installed one that fits the camera picture.</source>
        <translation>分割模型的名称或路径；“自动”选择适合摄像头画面的已安装模型。</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>姓名牌</translation>
    </message>
    <message>
        <source>Native kernels</source>
        <translation>原生加速代码</translation>
    </message>
    <message>
        <source>Not compiled for this computer. Everything works, more slowly.</source>
        <translation>未针对本机编译。所有功能可用，但速度较慢。</translation>
    </message>
    <message>
        <source>OBS is installed</source>
        <translation>已安装 OBS</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not active yet</source>
        <translation>OBS 的虚拟摄像头尚未启用</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not installed</source>
        <translation>未安装 OBS 的虚拟摄像头</translation>
    </message>
    <message>
        <source>OpenVINO can&apos;t load model {model}, which may be damaged</source>
        <translation>OpenVINO 无法加载模型 {model}，它可能已损坏</translation>
    </message>
    <message>
        <source>Paddle can&apos;t be imported ({reason})</source>
        <translation>无法导入 Paddle（{reason}）</translation>
    </message>
    <message>
        <source>Paddle can&apos;t load model {model}, which may be damaged</source>
        <translation>Paddle 无法加载模型 {model}，它可能已损坏</translation>
    </message>
    <message>
        <source>Paddle can&apos;t run model {model}</source>
        <translation>Paddle 无法运行模型 {model}</translation>
    </message>
    <message>
        <source>Paddle crashes on model {model}, which is damaged</source>
        <translation>Paddle 运行模型 {model} 时崩溃，模型已损坏</translation>
    </message>
    <message>
        <source>Paddle does not finish with model {model}</source>
        <translation>Paddle 无法完成模型 {model} 的运行</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>图片适应方式</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t installed; it offers a virtual camera without a driver</source>
        <translation>未安装 PipeWire；它无需驱动即可提供虚拟摄像头</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t running</source>
        <translation>PipeWire 未运行</translation>
    </message>
    <message>
        <source>PipeWire {version} is running; its camera needs no driver</source>
        <translation>PipeWire {version} 正在运行；其摄像头无需驱动</translation>
    </message>
    <message>
        <source>Portrait camera</source>
        <translation>竖屏摄像头</translation>
    </message>
    <message>
        <source>Remove small regions that are not part of a person.</source>
        <translation>移除不属于人物的小区域。</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Secure Boot is on, so the kernel only loads modules signed with a key you enrolled</source>
        <translation>安全启动已开启，因此内核只加载用您已注册的密钥签名的模块</translation>
    </message>
    <message>
        <source>Side of the picture, as others see it.</source>
        <translation>他人所见画面的哪一侧。</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>测试画面</translation>
    </message>
    <message>
        <source>The picture, colour or blur around you.</source>
        <translation>您周围的图片、颜色或模糊效果。</translation>
    </message>
    <message>
        <source>Treat the camera picture as upright even if it is wider than high.</source>
        <translation>即使画面宽大于高，也将其视为竖屏。</translation>
    </message>
    <message>
        <source>Turn camera off when unused</source>
        <translation>不使用时关闭摄像头</translation>
    </message>
    <message>
        <source>Turn the camera off while no program shows the picture.</source>
        <translation>没有程序显示画面时关闭摄像头。</translation>
    </message>
    <message>
        <source>Turn the camera picture clockwise.</source>
        <translation>顺时针旋转摄像头画面。</translation>
    </message>
    <message>
        <source>Unity Capture is installed</source>
        <translation>已安装 Unity Capture</translation>
    </message>
    <message>
        <source>Unity Capture is not registered</source>
        <translation>Unity Capture 未注册</translation>
    </message>
    <message>
        <source>Vertical position</source>
        <translation>垂直位置</translation>
    </message>
    <message>
        <source>Virtual camera driver</source>
        <translation>虚拟摄像头驱动</translation>
    </message>
    <message>
        <source>What gives way when the machine is overloaded: auto also saves on battery and in heat, saving does so always.</source>
        <translation>设备过载时的取舍：“自动”在使用电池或过热时也会节能，“节能”始终节能。</translation>
    </message>
    <message>
        <source>Where name and logo are, as others see it.</source>
        <translation>姓名和徽标在他人所见画面中的位置。</translation>
    </message>
    <message>
        <source>Windows doesn&apos;t let programs use the camera</source>
        <translation>Windows 不允许程序使用摄像头</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>a model {model} is installed already</source>
        <translation>模型 {model} 已安装</translation>
    </message>
    <message>
        <source>a person is in the picture</source>
        <translation>画面中有人</translation>
    </message>
    <message>
        <source>a std is not positive</source>
        <translation>某个 std 不是正数</translation>
    </message>
    <message>
        <source>allow it in the privacy settings</source>
        <translation>请在隐私设置中允许</translation>
    </message>
    <message>
        <source>bottom-left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>bottom-right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>browsers don&apos;t list this device because it offers capture and output at once</source>
        <translation>浏览器不会列出此设备，因为它同时提供采集和输出</translation>
    </message>
    <message>
        <source>browsers don&apos;t list {path}</source>
        <translation>浏览器不会列出 {path}</translation>
    </message>
    <message>
        <source>browsers list this device while it is in use</source>
        <translation>使用期间浏览器会列出此设备</translation>
    </message>
    <message>
        <source>can&apos;t delete {path}: {reason}</source>
        <translation>无法删除 {path}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t read {path}: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t write an animation as {name}</source>
        <translation>无法将动画写为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write to the folder {path}: {reason}</source>
        <translation>无法写入文件夹 {path}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {name}: {reason}</source>
        <translation>无法写入 {name}：{reason}</translation>
    </message>
    <message>
        <source>change the answer in the privacy settings</source>
        <translation>可在隐私设置中更改</translation>
    </message>
    <message>
        <source>check your connection and try again</source>
        <translation>请检查网络连接后重试</translation>
    </message>
    <message>
        <source>choose PipeWire as the virtual camera</source>
        <translation>请选择 PipeWire 作为虚拟摄像头</translation>
    </message>
    <message>
        <source>choose a background first</source>
        <translation>先选择一个背景</translation>
    </message>
    <message>
        <source>choose it in the window, or say `ctl background none`</source>
        <translation>请在窗口中选择，或执行 `ctl background none`</translation>
    </message>
    <message>
        <source>clean-plate</source>
        <translation>空景</translation>
    </message>
    <message>
        <source>close a program that uses one</source>
        <translation>请关闭一个正在使用它的程序</translation>
    </message>
    <message>
        <source>close every program that uses it, then load the driver again</source>
        <translation>请关闭所有使用它的程序，然后重新加载驱动</translation>
    </message>
    <message>
        <source>close the other one first</source>
        <translation>请先关闭另一个</translation>
    </message>
    <message>
        <source>compile them with GCC or Clang</source>
        <translation>请用 GCC 或 Clang 编译</translation>
    </message>
    <message>
        <source>connect a camera, or try the demo clip</source>
        <translation>请连接摄像头，或试用演示片段</translation>
    </message>
    <message>
        <source>convert it to MP4 with another program</source>
        <translation>请用其他程序将其转换为 MP4</translation>
    </message>
    <message>
        <source>delete it to accept the next downloads as they are</source>
        <translation>删除它以按原样接受之后的下载</translation>
    </message>
    <message>
        <source>delete it yourself</source>
        <translation>请自行删除该文件</translation>
    </message>
    <message>
        <source>don&apos;t use it, and tell its publisher</source>
        <translation>请勿使用，并告知发布者</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>请重新下载</translation>
    </message>
    <message>
        <source>download it from its publisher</source>
        <translation>请从发布者处下载</translation>
    </message>
    <message>
        <source>download it with: {program} models get {model}</source>
        <translation>下载命令：{program} models get {model}</translation>
    </message>
    <message>
        <source>download one with: {program} models get {model}</source>
        <translation>下载命令：{program} models get {model}</translation>
    </message>
    <message>
        <source>download one, or give a trimap</source>
        <translation>请下载一个，或提供三分图</translation>
    </message>
    <message>
        <source>download or import it again</source>
        <translation>请重新下载或导入</translation>
    </message>
    <message>
        <source>download or import it again, or choose another</source>
        <translation>请重新下载或导入，或选择其他模型</translation>
    </message>
    <message>
        <source>download or import it again; it may be damaged</source>
        <translation>请重新下载或导入；它可能已损坏</translation>
    </message>
    <message>
        <source>download or import the model again</source>
        <translation>请重新下载或导入模型</translation>
    </message>
    <message>
        <source>download or import the model again, or choose another</source>
        <translation>请重新下载或导入模型，或选择其他模型</translation>
    </message>
    <message>
        <source>downloading {file} failed: {reason}</source>
        <translation>下载 {file} 失败：{reason}</translation>
    </message>
    <message>
        <source>enrol the key and restart</source>
        <translation>请注册密钥并重新启动</translation>
    </message>
    <message>
        <source>every Unity Capture camera is in use</source>
        <translation>所有 Unity Capture 摄像头都在使用中</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>export it as PNG</source>
        <translation>请导出为 PNG</translation>
    </message>
    <message>
        <source>green-screen</source>
        <translation>绿幕</translation>
    </message>
    <message>
        <source>hair in large photos</source>
        <translation>大幅照片中的头发</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the fastest matting</source>
        <translation>渲染照片和视频中的头发，最快的抠像</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the most exact</source>
        <translation>渲染照片和视频中的头发，最精确</translation>
    </message>
    <message>
        <source>install OBS 26 or newer</source>
        <translation>请安装 OBS 26 或更新版本</translation>
    </message>
    <message>
        <source>install OBS 30 or newer, start and stop its virtual camera once and approve the extension</source>
        <translation>请安装 OBS 30 或更新版本，启动并停止其虚拟摄像头一次，并批准扩展</translation>
    </message>
    <message>
        <source>install OBS Studio, which brings one</source>
        <translation>请安装自带虚拟摄像头的 OBS Studio</translation>
    </message>
    <message>
        <source>install OBS, which brings one</source>
        <translation>请安装自带虚拟摄像头的 OBS</translation>
    </message>
    <message>
        <source>install v4l2loopback and load it</source>
        <translation>请安装并加载 v4l2loopback</translation>
    </message>
    <message>
        <source>installed are: {installed}; {program} models lists all</source>
        <translation>已安装：{installed}；{program} models 列出全部</translation>
    </message>
    <message>
        <source>is saved in Paddle 3&apos;s format, which only Paddle reads: use --runtime paddle</source>
        <translation>以 Paddle 3 格式保存，只有 Paddle 能读取：请使用 --runtime paddle</translation>
    </message>
    <message>
        <source>it has no section Deploy</source>
        <translation>其中没有 Deploy 一节</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>它已加密</translation>
    </message>
    <message>
        <source>it lists no transforms</source>
        <translation>其中没有列出变换</translation>
    </message>
    <message>
        <source>it unpacks to far more than expected</source>
        <translation>解压后远大于预期</translation>
    </message>
    <message>
        <source>join the group “video”, then log out and in again</source>
        <translation>请加入“video”用户组，然后注销并重新登录</translation>
    </message>
    <message>
        <source>keep it still and try again</source>
        <translation>保持摄像头不动，然后重试</translation>
    </message>
    <message>
        <source>leave the settings as they are meanwhile, and try again</source>
        <translation>拍摄期间请勿更改设置，然后重试</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>load it</source>
        <translation>请加载它</translation>
    </message>
    <message>
        <source>load the driver again with exclusive_caps=1</source>
        <translation>请用 exclusive_caps=1 重新加载驱动</translation>
    </message>
    <message>
        <source>macOS asks once whether the app may use the camera</source>
        <translation>macOS 会询问一次是否允许应用使用摄像头</translation>
    </message>
    <message>
        <source>me</source>
        <translation>只有我</translation>
    </message>
    <message>
        <source>mjpeg</source>
        <translation>MJPEG</translation>
    </message>
    <message>
        <source>much before the green screen is no person</source>
        <translation>绿幕前有许多不属于人物的东西</translation>
    </message>
    <message>
        <source>name a folder that holds a model</source>
        <translation>请给出含有模型的文件夹</translation>
    </message>
    <message>
        <source>name a new one</source>
        <translation>请给出一个新文件夹</translation>
    </message>
    <message>
        <source>name a video, or a folder for them</source>
        <translation>请给出视频文件，或存放图片的文件夹</translation>
    </message>
    <message>
        <source>network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>no camera connected</source>
        <translation>未连接摄像头</translation>
    </message>
    <message>
        <source>no camera was found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>no clean plate was taken yet</source>
        <translation>尚未拍摄空景</translation>
    </message>
    <message>
        <source>no green screen fills a tenth of the picture</source>
        <translation>没有绿幕占画面的十分之一</translation>
    </message>
    <message>
        <source>no picture could be sent: {problem}</source>
        <translation>无法发送画面：{problem}</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>no such background file: {path}</source>
        <translation>没有背景文件：{path}</translation>
    </message>
    <message>
        <source>no such background {text}</source>
        <translation>没有这样的背景：{text}</translation>
    </message>
    <message>
        <source>no such command {word!r}</source>
        <translation>没有命令 {word!r}</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>no such file: {path}</source>
        <translation>没有这个文件：{path}</translation>
    </message>
    <message>
        <source>no such sink {spec}</source>
        <translation>没有这样的输出：{spec}</translation>
    </message>
    <message>
        <source>no such source {spec}</source>
        <translation>没有这样的来源：{spec}</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>openvino</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>Paddle</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>pipe it to a file or program</source>
        <translation>请通过管道传给文件或程序</translation>
    </message>
    <message>
        <source>please report this with the log</source>
        <translation>请附上日志报告此问题</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists cameras</source>
        <translation>请插入摄像头；可用 `{program} devices` 列出摄像头</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists what is connected</source>
        <translation>请插入摄像头；可用 `{program} devices` 列出现有设备</translation>
    </message>
    <message>
        <source>profile names can&apos;t be empty, start with a dot or contain / \ : * ? &quot; &lt; &gt; |</source>
        <translation>配置名称不能为空、以点开头或包含 / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>pyvirtualcam is not installed</source>
        <translation>未安装 pyvirtualcam</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>画质优先</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>rename it: letters, digits, _ . + -</source>
        <translation>请重命名，只用字母、数字和 _ . + -</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video $USER`, then log out and in again</source>
        <translation>请运行 `sudo usermod -aG video $USER`，然后注销并重新登录</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video {user}`, then log out and in again</source>
        <translation>请运行 `sudo usermod -aG video {user}`，然后注销并重新登录</translation>
    </message>
    <message>
        <source>run its Install.bat, or install OBS</source>
        <translation>请运行它的 Install.bat，或安装 OBS</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>请另存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>save the page you want as PNG</source>
        <translation>请将所需页面保存为 PNG</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>节能</translation>
    </message>
    <message>
        <source>scale it down</source>
        <translation>请缩小图片</translation>
    </message>
    <message>
        <source>check that it is still connected and that no other program writes to it</source>
        <translation>请确认没有其他程序写入它，且它仍然存在</translation>
    </message>
    <message>
        <source>check that the program that reads it is running</source>
        <translation>请确认读取它的程序正在运行</translation>
    </message>
    <message>
        <source>check that the services pipewire and wireplumber are running</source>
        <translation>请确认 pipewire 和 wireplumber 服务正在运行</translation>
    </message>
    <message>
        <source>settings ignored: {wrong}</source>
        <translation>已忽略的设置：{wrong}</translation>
    </message>
    <message>
        <source>standard output is a terminal</source>
        <translation>标准输出是终端</translation>
    </message>
    <message>
        <source>start it</source>
        <translation>请启动它</translation>
    </message>
    <message>
        <source>start its virtual camera once and allow its extension in System Settings</source>
        <translation>请启动一次其虚拟摄像头，并在系统设置中允许其扩展</translation>
    </message>
    <message>
        <source>step out of it and try again</source>
        <translation>请离开画面后重试</translation>
    </message>
    <message>
        <source>stop its virtual camera, or choose another device</source>
        <translation>请停止它的虚拟摄像头，或选择其他设备</translation>
    </message>
    <message>
        <source>stop the virtual camera in OBS</source>
        <translation>请在 OBS 中停止虚拟摄像头</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>take one first</source>
        <translation>请先拍摄一张</translation>
    </message>
    <message>
        <source>target_size is not [width, height]</source>
        <translation>target_size 不是 [宽, 高]</translation>
    </message>
    <message>
        <source>that is not a web address</source>
        <translation>这不是网址</translation>
    </message>
    <message>
        <source>the OBS virtual camera is installed</source>
        <translation>已安装 OBS 虚拟摄像头</translation>
    </message>
    <message>
        <source>the PipeWire camera can&apos;t be started</source>
        <translation>无法启动 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>the background video {name} has no pictures</source>
        <translation>背景视频 {name} 没有画面</translation>
    </message>
    <message>
        <source>the background video {name} is damaged ({reason})</source>
        <translation>背景视频 {name} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the background video {name} is too small</source>
        <translation>背景视频 {name} 太小</translation>
    </message>
    <message>
        <source>the camera moves, or something in front of it</source>
        <translation>摄像头或其前方的物体在移动</translation>
    </message>
    <message>
        <source>the camera or the light has changed</source>
        <translation>摄像头位置或光线已改变</translation>
    </message>
    <message>
        <source>the clean plate has another size</source>
        <translation>空景的尺寸不同</translation>
    </message>
    <message>
        <source>the connection was cut off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>the folder {folder} holds other things than numbered pictures</source>
        <translation>文件夹 {folder} 中有编号图片以外的内容</translation>
    </message>
    <message>
        <source>the light changes</source>
        <translation>光线在变化</translation>
    </message>
    <message>
        <source>the matting method failed ({reason})</source>
        <translation>抠像方法失败（{reason}）</translation>
    </message>
    <message>
        <source>the model {choice} can&apos;t be loaded ({error})</source>
        <translation>无法加载模型 {choice}（{error}）</translation>
    </message>
    <message>
        <source>the network finds you</source>
        <translation>由神经网络进行抠像</translation>
    </message>
    <message>
        <source>the network finds you until then</source>
        <translation>在此之前由神经网络进行抠像</translation>
    </message>
    <message>
        <source>the network finds you; clear the cloth</source>
        <translation>由网络进行抠像；请清空绿幕前方</translation>
    </message>
    <message>
        <source>the network finds you; light the cloth evenly or choose its colour</source>
        <translation>由网络进行抠像；请均匀照亮绿幕，或选择它的颜色</translation>
    </message>
    <message>
        <source>the network finds you; take the clean plate again</source>
        <translation>目前由网络抠图；请重新拍摄空景</translation>
    </message>
    <message>
        <source>the picture is scaled to that until it is closed</source>
        <translation>在其关闭之前，画面将缩放到该尺寸</translation>
    </message>
    <message>
        <source>the picture {path} is damaged ({reason})</source>
        <translation>图片 {path} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the profile {name} would show your real background</source>
        <translation>配置 {name} 会显示您的真实背景</translation>
    </message>
    <message>
        <source>the server has another file than before</source>
        <translation>服务器上的文件已更换</translation>
    </message>
    <message>
        <source>the server is too slow</source>
        <translation>服务器太慢</translation>
    </message>
    <message>
        <source>the server redirects to an address without encryption</source>
        <translation>服务器重定向到未加密的地址</translation>
    </message>
    <message>
        <source>the server sends another part than it was asked for</source>
        <translation>服务器发送的不是所请求的部分</translation>
    </message>
    <message>
        <source>the virtual camera could not be started, it is probably in use</source>
        <translation>虚拟摄像头无法启动，可能正在使用中</translation>
    </message>
    <message>
        <source>you have no permission to write to the virtual camera</source>
        <translation>您无权写入虚拟摄像头</translation>
    </message>
    <message>
        <source>their defaults apply</source>
        <translation>已采用其默认值</translation>
    </message>
    <message>
        <source>the name tag can&apos;t be drawn ({reason})</source>
        <translation>无法绘制姓名牌（{reason}）</translation>
    </message>
    <message>
        <source>there is no background picture {path}</source>
        <translation>没有背景图片 {path}</translation>
    </message>
    <message>
        <source>there is no background video {path}</source>
        <translation>没有背景视频 {path}</translation>
    </message>
    <message>
        <source>there is no camera at {address}</source>
        <translation>{address} 处没有摄像头</translation>
    </message>
    <message>
        <source>there is no clean plate</source>
        <translation>没有空景</translation>
    </message>
    <message>
        <source>there is no mask while the background is none</source>
        <translation>背景为“无”时没有蒙版</translation>
    </message>
    <message>
        <source>there is no virtual camera for Windows on Arm</source>
        <translation>没有适用于 Arm 版 Windows 的虚拟摄像头</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>{path} 不存在</translation>
    </message>
    <message>
        <source>there is too little memory for the picture {path}</source>
        <translation>内存不足，无法打开图片 {path}</translation>
    </message>
    <message>
        <source>there were too few frames for a clean plate</source>
        <translation>画面太少，无法拍摄空景</translation>
    </message>
    <message>
        <source>they are kept as {aside}</source>
        <translation>已另存为 {aside}</translation>
    </message>
    <message>
        <source>this app already sends to a virtual camera</source>
        <translation>本应用已在向一个虚拟摄像头发送画面</translation>
    </message>
    <message>
        <source>this app already sends to that virtual camera</source>
        <translation>本应用已在向该虚拟摄像头发送画面</translation>
    </message>
    <message>
        <source>top-left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>top-right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>try another cable, port or format</source>
        <translation>请换一根线、一个接口或一种格式</translation>
    </message>
    <message>
        <source>unplug it and plug it in again</source>
        <translation>请拔出后重新插入</translation>
    </message>
    <message>
        <source>use --output-format nut</source>
        <translation>请使用 --output-format nut</translation>
    </message>
    <message>
        <source>use --runtime openvino</source>
        <translation>请使用 --runtime openvino</translation>
    </message>
    <message>
        <source>use .png</source>
        <translation>请使用 .png</translation>
    </message>
    <message>
        <source>use an MP4 file</source>
        <translation>请使用 MP4 文件</translation>
    </message>
    <message>
        <source>use an even number</source>
        <translation>请使用偶数</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>请换一个文件</translation>
    </message>
    <message>
        <source>use auto or #RRGGBB</source>
        <translation>请使用 auto 或 #RRGGBB</translation>
    </message>
    <message>
        <source>use none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent</source>
        <translation>请使用 none、blur[:0-100]、color:#RRGGBB、image:路径、video:路径 或 transparent</translation>
    </message>
    <message>
        <source>use one of at least {side} on each side</source>
        <translation>请使用每边至少 {side} 的图片</translation>
    </message>
    <message>
        <source>use {choices}</source>
        <translation>请使用 {choices}</translation>
    </message>
    <message>
        <source>use {commands}</source>
        <translation>请使用 {commands}</translation>
    </message>
    <message>
        <source>use {sinks}</source>
        <translation>请使用 {sinks}</translation>
    </message>
    <message>
        <source>use {smallest} to {largest}</source>
        <translation>请使用 {smallest} 到 {largest}</translation>
    </message>
    <message>
        <source>use {sources}</source>
        <translation>请使用 {sources}</translation>
    </message>
    <message>
        <source>v4l2loopback {version} is loaded</source>
        <translation>v4l2loopback {version} 已加载</translation>
    </message>
    <message>
        <source>video calls, where 0.6 MB of weights matter</source>
        <translation>视频通话，适合在意权重大小的场合</translation>
    </message>
    <message>
        <source>video calls; the default</source>
        <translation>视频通话；默认模型</translation>
    </message>
    <message>
        <source>wait until it stays the same and try again</source>
        <translation>请等光线稳定后重试</translation>
    </message>
    <message>
        <source>whole bodies and several people, live</source>
        <translation>全身和多人，实时</translation>
    </message>
    <message>
        <source>whole bodies and several people, the best of the small ones</source>
        <translation>全身和多人，小模型中最好的</translation>
    </message>
    <message>
        <source>whole bodies and several people, the smallest</source>
        <translation>全身和多人，最小的模型</translation>
    </message>
    <message>
        <source>write a video or an .apng, or choose a smaller --size</source>
        <translation>请写为视频或 .apng，或选择更小的 --size</translation>
    </message>
    <message>
        <source>write {usage}</source>
        <translation>请输入 {usage}</translation>
    </message>
    <message>
        <source>{backend} is not for this system</source>
        <translation>{backend} 不适用于此系统</translation>
    </message>
    <message>
        <source>{folder} is not open</source>
        <translation>{folder} 未打开</translation>
    </message>
    <message>
        <source>{name} takes one picture, and more came</source>
        <translation>{name} 只接受一张画面，但收到了更多</translation>
    </message>
    <message>
        <source>{path} has more than {megapixels} million pixels</source>
        <translation>{path} 超过 {megapixels} 百万像素</translation>
    </message>
    <message>
        <source>{path} holds pictures that can&apos;t be converted ({reason})</source>
        <translation>{path} 中的画面无法转换（{reason}）</translation>
    </message>
    <message>
        <source>{path} holds {pages} pages</source>
        <translation>{path} 包含 {pages} 页</translation>
    </message>
    <message>
        <source>{path} is a vector drawing</source>
        <translation>{path} 是矢量图</translation>
    </message>
    <message>
        <source>{path} is coded in a way that is not known</source>
        <translation>{path} 的编码方式未知</translation>
    </message>
    <message>
        <source>{path} would hold more than {megapixels} million pixels, too many for this kind of file</source>
        <translation>{path} 将超过 {megapixels} 百万像素，超出此类文件的限制</translation>
    </message>
    <message>
        <source>{program} (process {pid}) sends to it</source>
        <translation>{program}（进程 {pid}）正在向其发送</translation>
    </message>
    <message>
        <source>{program} (process {pid}) shows it</source>
        <translation>{program}（进程 {pid}）正在显示它</translation>
    </message>
    <message>
        <source>{readers} keeps {path} at {width}x{height}</source>
        <translation>{readers} 将 {path} 固定为 {width}x{height}</translation>
    </message>
    <message>
        <source>{stage} failed ({what})</source>
        <translation>{stage}出错（{what}）</translation>
    </message>
    <message>
        <source>{variant} is in use</source>
        <translation>正在使用 {variant}</translation>
    </message>
    <message>
        <source>How strongly the mask is smoothed over time where nothing moves; 0 turns it off.</source>
        <translation>画面静止处蒙版的时间平滑强度；0 为关闭。</translation>
    </message>
    <message>
        <source>Everyone in view, or me alone although others are in view.</source>
        <translation>画面中的所有人，或即使有他人也只显示我。</translation>
    </message>
    <message>
        <source>Of the output, in frames per second.</source>
        <translation>输出画面每秒的帧数。</translation>
    </message>
    <message>
        <source>Of the output, in pixels.</source>
        <translation>输出画面的像素数。</translation>
    </message>
    <message>
        <source>What finds you: the network, a green-screen behind you, or a clean-plate, a picture of what is behind you.</source>
        <translation>用什么抠出您：神经网络（network）、身后的绿幕（green-screen）或身后环境的空景（clean-plate）。</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>显示谁</translation>
    </message>
    <message>
        <source>can&apos;t make the folder {folder}: {reason}</source>
        <translation>无法创建文件夹 {folder}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t open {path}: {reason}</source>
        <translation>无法打开 {path}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t read the picture {path}: {reason}</source>
        <translation>无法读取图片 {path}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {folder}: {reason}</source>
        <translation>无法写入 {folder}：{reason}</translation>
    </message>
    <message>
        <source>close {readers} and start again</source>
        <translation>关闭 {readers} 后重新开始</translation>
    </message>
    <message>
        <source>composing failed ({reason})</source>
        <translation>合成画面失败（{reason}）</translation>
    </message>
    <message>
        <source>use a name that ends in {endings}</source>
        <translation>请以 {endings} 结尾</translation>
    </message>
    <message>
        <source>model {model} answers values outside 0 to 1</source>
        <translation>模型 {model} 输出了 0 到 1 之外的值</translation>
    </message>
    <message>
        <source>model {model} answers {shape}, neither probabilities, nor labels, nor alpha</source>
        <translation>模型 {model} 输出 {shape}，既非概率，也非标签或 alpha</translation>
    </message>
    <message>
        <source>model {model} can&apos;t be read: {reason}</source>
        <translation>无法读取模型 {model}：{reason}</translation>
    </message>
    <message>
        <source>model {model} doesn&apos;t take one image and answer one mask</source>
        <translation>模型 {model} 不是输入一张图像、输出一个蒙版的模型</translation>
    </message>
    <message>
        <source>model {model} fails on a known image: it finds {found:.0%} of the person and takes {false:.0%} of the background for one</source>
        <translation>模型 {model} 在已知图像上失败：它找到了人物的 {found:.0%}，并将 {false:.0%} 的背景误认为人物</translation>
    </message>
    <message>
        <source>model {model} is ONNX, which Paddle can&apos;t read</source>
        <translation>模型 {model} 是 ONNX 格式，Paddle 无法读取</translation>
    </message>
    <message>
        <source>model {model} is not installed</source>
        <translation>未安装模型 {model}</translation>
    </message>
    <message>
        <source>model {model} lacks its file {file}</source>
        <translation>模型 {model} 缺少文件 {file}</translation>
    </message>
    <message>
        <source>model {model} also needs a portrait model</source>
        <translation>模型 {model} 需要配合人像模型</translation>
    </message>
    <message>
        <source>model {model} {reason}</source>
        <translation>模型 {model} {reason}</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>未安装任何模型</translation>
    </message>
    <message>
        <source>no such folder: {folder}</source>
        <translation>没有这个文件夹：{folder}</translation>
    </message>
    <message>
        <source>no virtual camera is installed</source>
        <translation>未安装虚拟摄像头</translation>
    </message>
    <message>
        <source>omit the virtual camera&apos;s kind</source>
        <translation>请省略虚拟摄像头的类型</translation>
    </message>
    <message>
        <source>opening {camera} was interrupted</source>
        <translation>打开 {camera} 被中断</translation>
    </message>
    <message>
        <source>people in very large photos</source>
        <translation>超大照片中的人物</translation>
    </message>
    <message>
        <source>photos and videos to render</source>
        <translation>待渲染的照片和视频</translation>
    </message>
    <message>
        <source>photos and videos to render, small and exact</source>
        <translation>待渲染的照片和视频，小巧而精确</translation>
    </message>
    <message>
        <source>photos with a trimap; without one it is made from a portrait model&apos;s mask</source>
        <translation>带三分图的照片；没有时由人像模型的蒙版生成</translation>
    </message>
    <message>
        <source>programs can ask for PipeWire cameras</source>
        <translation>程序可以请求 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>remove it first: {folder}</source>
        <translation>请先移除：{folder}</translation>
    </message>
    <message>
        <source>restart PipeWire</source>
        <translation>请重新启动 PipeWire</translation>
    </message>
    <message>
        <source>set media.webrtc.camera.allow-pipewire to true on this page</source>
        <translation>请在此页面将 media.webrtc.camera.allow-pipewire 设为 true</translation>
    </message>
    <message>
        <source>the fallback frame is shown</source>
        <translation>正在显示替代画面</translation>
    </message>
    <message>
        <source>the fallback frame is shown; choose another model if it stays</source>
        <translation>正在显示替代画面；如持续出现，请选择其他模型</translation>
    </message>
    <message>
        <source>the mask does not look like a person</source>
        <translation>蒙版不像人物</translation>
    </message>
    <message>
        <source>the model&apos;s answer is not a number</source>
        <translation>模型给出的结果不是数值</translation>
    </message>
    <message>
        <source>the settings were damaged ({reason})</source>
        <translation>设置文件已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the settings {path} can&apos;t be read ({reason})</source>
        <translation>无法读取设置 {path}（{reason}）</translation>
    </message>
    <message>
        <source>the virtual camera can&apos;t be started ({reason})</source>
        <translation>无法启动虚拟摄像头（{reason}）</translation>
    </message>
    <message>
        <source>there is no camera {wanted!r}</source>
        <translation>没有摄像头 {wanted!r}</translation>
    </message>
    <message>
        <source>there is no file or folder {path}</source>
        <translation>没有文件或文件夹 {path}</translation>
    </message>
    <message>
        <source>there is no model &apos;{model}&apos;</source>
        <translation>没有模型“{model}”</translation>
    </message>
    <message>
        <source>there is no model or sample set &apos;{name}&apos;</source>
        <translation>没有模型或样例集“{name}”</translation>
    </message>
    <message>
        <source>there is no virtual camera named {name!r}</source>
        <translation>没有名为 {name!r} 的虚拟摄像头</translation>
    </message>
    <message>
        <source>try again later, or import a copy</source>
        <translation>请稍后重试，或导入副本</translation>
    </message>
    <message>
        <source>turn on this flag</source>
        <translation>请打开此开关</translation>
    </message>
    <message>
        <source>use a PC with an x64 processor</source>
        <translation>请使用 x64 处理器的电脑</translation>
    </message>
    <message>
        <source>use {variants}</source>
        <translation>请使用 {variants}</translation>
    </message>
    <message>
        <source>v4l2loopback is installed but not loaded</source>
        <translation>v4l2loopback 已安装但未加载</translation>
    </message>
    <message>
        <source>v4l2loopback is loaded</source>
        <translation>v4l2loopback 已加载</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t installed; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>未安装 v4l2loopback；只有支持 PipeWire 摄像头的程序能看到虚拟摄像头</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t loaded; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>未加载 v4l2loopback；只有支持 PipeWire 摄像头的程序能看到虚拟摄像头</translation>
    </message>
    <message>
        <source>whole bodies and several people, on a GPU</source>
        <translation>全身和多人，使用 GPU</translation>
    </message>
    <message>
        <source>whole bodies and several people, videos to render and fast machines</source>
        <translation>全身和多人，渲染视频和高性能机器</translation>
    </message>
    <message>
        <source>xdg-desktop-portal isn&apos;t installed; browsers need it for PipeWire cameras</source>
        <translation>未安装 xdg-desktop-portal；浏览器需要它来使用 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>you have no permission to open {paths}</source>
        <translation>您无权打开 {paths}</translation>
    </message>
    <message>
        <source>{archive} can&apos;t be unpacked ({reason})</source>
        <translation>无法解压 {archive}（{reason}）</translation>
    </message>
    <message>
        <source>{archive} is not a valid zip archive</source>
        <translation>{archive} 不是有效的 zip 压缩包</translation>
    </message>
    <message>
        <source>{archive} is refused: {reason}</source>
        <translation>已拒绝 {archive}：{reason}</translation>
    </message>
    <message>
        <source>{camera} can&apos;t be opened</source>
        <translation>无法打开 {camera}</translation>
    </message>
    <message>
        <source>{camera} does not answer</source>
        <translation>{camera} 没有响应</translation>
    </message>
    <message>
        <source>{camera} is in use by {programs}</source>
        <translation>{camera} 正被 {programs} 使用</translation>
    </message>
    <message>
        <source>you have no permission to open {camera}</source>
        <translation>您无权打开 {camera}</translation>
    </message>
    <message>
        <source>{camera} sends damaged pictures</source>
        <translation>{camera} 发送的画面已损坏</translation>
    </message>
    <message>
        <source>{camera} sends no pictures</source>
        <translation>{camera} 没有发送画面</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason})</source>
        <translation>无法写入 {file}（{reason}）</translation>
    </message>
    <message>
        <source>{file} is damaged</source>
        <translation>{file} 已损坏</translation>
    </message>
    <message>
        <source>{file} is not the published file: its SHA-256 differs</source>
        <translation>{file} 不是已发布的文件：SHA-256 不一致</translation>
    </message>
    <message>
        <source>{file} of model {model} is damaged: its SHA-256 differs from the recorded one</source>
        <translation>模型 {model} 的 {file} 已损坏：SHA-256 与记录不一致</translation>
    </message>
    <message>
        <source>{file} of {model} is not the published one: its SHA-256 differs</source>
        <translation>{model} 的 {file} 不是已发布的文件：SHA-256 不一致</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({reason})</source>
        <translation>无法读取 {folder}（{reason}）</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be removed ({reason})</source>
        <translation>无法移除 {folder}（{reason}）</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written ({reason})</source>
        <translation>无法写入 {folder}（{reason}）</translation>
    </message>
    <message>
        <source>{folder} holds links or folders among its files</source>
        <translation>{folder} 的文件中包含链接或文件夹</translation>
    </message>
    <message>
        <source>{folder} is larger than {limit} GiB</source>
        <translation>{folder} 大于 {limit} GiB</translation>
    </message>
    <message>
        <source>{folder} was not installed by this app</source>
        <translation>{folder} 不是由本应用安装的</translation>
    </message>
    <message>
        <source>{model} ({variant}) is installed already</source>
        <translation>{model}（{variant}）已安装</translation>
    </message>
    <message>
        <source>{model} has no variant {variant}</source>
        <translation>{model} 没有变体 {variant}</translation>
    </message>
    <message>
        <source>{model} holds no {file}</source>
        <translation>{model} 中没有 {file}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({reason})</source>
        <translation>无法写入 {name}（{reason}）</translation>
    </message>
    <message>
        <source>{name} does not show the picture that was sent</source>
        <translation>{name} 没有显示所发送的画面</translation>
    </message>
    <message>
        <source>{name} is connected</source>
        <translation>{name} 已连接</translation>
    </message>
    <message>
        <source>{name} is connected: {formats} up to {width} × {height}</source>
        <translation>{name} 已连接：{formats}，最高 {width} × {height}</translation>
    </message>
    <message>
        <source>{name} is odd: {value}</source>
        <translation>{name} 为奇数：{value}</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} 为 {value}</translation>
    </message>
    <message>
        <source>{name} opens; choose it in a meeting program to see the picture</source>
        <translation>{name} 可以打开；请在会议程序中选择它以查看画面</translation>
    </message>
    <message>
        <source>{name} shows PipeWire cameras only after a setting is changed</source>
        <translation>{name} 需更改一项设置后才会显示 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>{name} shows the picture that was sent</source>
        <translation>{name} 显示了所发送的画面</translation>
    </message>
    <message>
        <source>{other} is writing to {path}</source>
        <translation>{other}正在写入 {path}</translation>
    </message>
    <message>
        <source>{path} ({card}) is no virtual camera</source>
        <translation>{path}（{card}）不是虚拟摄像头</translation>
    </message>
    <message>
        <source>{path} can&apos;t be played in a loop</source>
        <translation>无法循环播放 {path}</translation>
    </message>
    <message>
        <source>{path} holds no picture that can be decoded</source>
        <translation>{path} 中没有可解码的画面</translation>
    </message>
    <message>
        <source>{path} holds no video</source>
        <translation>{path} 中没有视频</translation>
    </message>
    <message>
        <source>{path} holds one picture, and more came</source>
        <translation>{path} 只能存一张图片，却收到更多</translation>
    </message>
    <message>
        <source>a program that reads {path} keeps it at the pixel format {fourcc}</source>
        <translation>{path} 被读取它的程序固定为像素格式 {fourcc}</translation>
    </message>
    <message>
        <source>{path} is no picture that can be read</source>
        <translation>{path} 不是可读取的图片</translation>
    </message>
    <message>
        <source>{path} is no video that can be read, or is damaged</source>
        <translation>{path} 不是可读取的视频，或已损坏</translation>
    </message>
    <message>
        <source>{path} is not open</source>
        <translation>{path} 未打开</translation>
    </message>
    <message>
        <source>{path} is {width}x{height} pixels</source>
        <translation>{path} 为 {width}x{height} 像素</translation>
    </message>
    <message>
        <source>you have no permission to write to {path}</source>
        <translation>您无权写入 {path}</translation>
    </message>
    <message>
        <source>{path} is incomplete</source>
        <translation>{path} 不完整</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses it</source>
        <translation>{program}（进程 {pid}）正在使用它</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>Your real background is visible</source>
        <translation>您的真实背景可见</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>{title}, can&apos;t be read</source>
        <translation>{title}，无法读取</translation>
    </message>
    <message>
        <source>{title}, favourite</source>
        <translation>{title}，已收藏</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Start, stop</source>
        <translation>开始、停止</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Show or hide the page</source>
        <translation>显示或隐藏页面</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Remove a background</source>
        <translation>移除背景</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>显示快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置向导</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>正在启动摄像头…</translation>
    </message>
</context>
<context>
    <name>MattingBox</name>
    <message>
        <source>Who is in the picture</source>
        <translation>画面中的人</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Green screen</source>
        <translation>绿幕</translation>
    </message>
    <message>
        <source>Clean plate</source>
        <translation>空景</translation>
    </message>
    <message>
        <source>Everyone in view</source>
        <translation>画面中的所有人</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>只有我</translation>
    </message>
    <message>
        <source>Pick in the picture</source>
        <translation>在画面中选取</translation>
    </message>
    <message>
        <source>Find it by itself</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Finds you anywhere. Take it if there is nothing special behind you.</source>
        <translation>在任何地方都能抠出您。身后没有特别布置时请选它。</translation>
    </message>
    <message>
        <source>The finest edges. Take it if a green or blue cloth hangs behind you.</source>
        <translation>边缘最精细。身后挂有绿色或蓝色幕布时请选它。</translation>
    </message>
    <message>
        <source>Keeps hair and what you hold. Take it if your camera stays where it is.</source>
        <translation>保留头发和手持物品。摄像头固定不动时请选它。</translation>
    </message>
    <message>
        <source>The colour is found by itself.</source>
        <translation>颜色会自动查找。</translation>
    </message>
    <message>
        <source>The colour is {color}.</source>
        <translation>颜色为 {color}。</translation>
    </message>
    <message>
        <source>Click yourself in the picture if another is shown. Who hugs you, or was merged with you from the first moment, can&apos;t be told from you.</source>
        <translation>如果显示的是别人，请在画面中点击您自己。与您拥抱的人，或从一开始就与您重叠的人，无法与您分开。</translation>
    </message>
    <message>
        <source>Click the cloth in the picture</source>
        <translation>请在画面中点击幕布</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>{title} 的下载进度</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Not verified: no checksum is published</source>
        <translation>未验证：没有公布校验和</translation>
    </message>
    <message>
        <source>Damaged: remove it and download it again</source>
        <translation>已损坏：请移除后重新下载</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Takes the installed model that fits what the camera shows and what this computer can do.</source>
        <translation>根据摄像头画面和本机性能选择已安装的模型。</translation>
    </message>
    <message>
        <source>Everything is computed on this computer.</source>
        <translation>所有计算都在本机完成。</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>更多模型</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>A model exported by PaddleSeg</source>
        <translation>由 PaddleSeg 导出的模型</translation>
    </message>
    <message>
        <source>Built in, recommended</source>
        <translation>内置，推荐</translation>
    </message>
    <message>
        <source>Check your connection and try again.</source>
        <translation>请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>Download failed</source>
        <translation>下载失败</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>模型已就绪</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
</context>
<context>
    <name>NameTagFields</name>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Add a logo…</source>
        <translation>添加徽标…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除徽标</translation>
    </message>
    <message>
        <source>Add a logo</source>
        <translation>添加徽标</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Write a name or add a logo to use this.</source>
        <translation>请先填写姓名或添加徽标。</translation>
    </message>
</context>
<context>
    <name>OthersSee</name>
    <message>
        <source>Not sending</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Opening the virtual camera…</source>
        <translation>正在打开虚拟摄像头…</translation>
    </message>
    <message>
        <source>You can choose it in your meeting in a moment.</source>
        <translation>稍后即可在会议中选择它。</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Choose Cyclorama as the camera in your meeting.</source>
        <translation>请在会议中选择 Cyclorama 作为摄像头。</translation>
    </message>
    <message>
        <source>Others see your camera picture unchanged.</source>
        <translation>其他人看到未经处理的摄像头画面。</translation>
    </message>
    <message>
        <source>Your real background is visible</source>
        <translation>您的真实背景可见</translation>
    </message>
    <message>
        <source>The picture isn&apos;t ready.</source>
        <translation>画面尚未就绪。</translation>
    </message>
    <message>
        <source>Others see a still picture</source>
        <translation>其他人看到静止画面</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>Others see the last picture.</source>
        <translation>其他人看到最后一帧画面。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Your camera is off. Others see a still picture.</source>
        <translation>摄像头已关闭。其他人看到静止画面。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>No program shows the picture, so your camera is off.</source>
        <translation>没有程序显示画面，因此摄像头已关闭。</translation>
    </message>
    <message>
        <source>Others see the demo clip</source>
        <translation>其他人看到演示片段</translation>
    </message>
    <message>
        <source>Choose a camera to be seen yourself.</source>
        <translation>请选择摄像头，让其他人看到您。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Others see a still picture until you are ready.</source>
        <translation>准备就绪前，其他人看到静止画面。</translation>
    </message>
    <message>
        <source>Your camera is off.</source>
        <translation>摄像头已关闭。</translation>
    </message>
    <message>
        <source>Only you see this picture.</source>
        <translation>只有您看到此画面。</translation>
    </message>
    <message>
        <source>Opening the camera and loading the model.</source>
        <translation>正在打开摄像头并加载模型。</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>无画面</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>只有您能看到</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>您的真实背景可见。</translation>
    </message>
    <message>
        <source>Press Start to send it to your meeting.</source>
        <translation>按“开始”将画面发送到会议。</translation>
    </message>
</context>
<context>
    <name>PauseKey</name>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>60 s ago</source>
        <translation>60 秒前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>PreviewWidget</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The picture that others see</source>
        <translation>他人看到的画面</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Profile “{name}” saved</source>
        <translation>已保存配置“{name}”</translation>
    </message>
    <message>
        <source>Profile “{name}” deleted</source>
        <translation>已删除配置“{name}”</translation>
    </message>
</context>
<context>
    <name>SettingsFiles</name>
    <message>
        <source>Settings reset</source>
        <translation>设置已重置</translation>
    </message>
    <message>
        <source>{name} doesn&apos;t exist</source>
        <translation>{name} 不存在</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>设置已导入</translation>
    </message>
    <message>
        <source>Settings exported</source>
        <translation>设置已导出</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting found</source>
        <translation>未找到设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色模式</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减弱</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Start and close</source>
        <translation>启动与关闭</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>登录时打开</translation>
    </message>
    <message>
        <source>Open in the tray</source>
        <translation>在托盘中打开</translation>
    </message>
    <message>
        <source>Start the virtual camera at launch</source>
        <translation>启动时开启虚拟摄像头</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Asks while on air</source>
        <translation>发送画面时询问</translation>
    </message>
    <message>
        <source>Keeps running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Pause with a key from any program</source>
        <translation>在任何程序中用按键暂停</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} 帧/秒</translation>
    </message>
    <message>
        <source>Name, such as “Work”</source>
        <translation>名称，例如“工作”</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>配置名称</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>另存为配置</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Import and export settings</source>
        <translation>导入和导出设置</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>重置所有设置</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>To pause from any program, bind this command to a key in your desktop&apos;s settings: {command}</source>
        <translation>要在任何程序中暂停，请在桌面设置中为按键绑定此命令：{command}</translation>
    </message>
    <message>
        <source>Your desktop assigned no key.</source>
        <translation>桌面没有分配按键。</translation>
    </message>
    <message>
        <source>The key is {key}. You can change it in your desktop&apos;s settings.</source>
        <translation>按键为 {key}。可在桌面设置中更改。</translation>
    </message>
    <message>
        <source>Your desktop&apos;s settings show the key.</source>
        <translation>按键显示在桌面设置中。</translation>
    </message>
    <message>
        <source>The language changes at the next start</source>
        <translation>语言将在下次启动时更改</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>删除此配置方案</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>This can&apos;t be changed</source>
        <translation>无法更改</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set-up</source>
        <translation>设置向导</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>正常的部分</translation>
    </message>
    <message>
        <source>In your meeting</source>
        <translation>在会议中</translation>
    </message>
    <message>
        <source>Press Start, then choose Cyclorama as the camera:</source>
        <translation>按“开始”，然后选择 Cyclorama 作为摄像头：</translation>
    </message>
    <message>
        <source>Arrow beside the camera button → Cyclorama</source>
        <translation>摄像头按钮旁的箭头 → Cyclorama</translation>
    </message>
    <message>
        <source>Three dots → Settings → Video → Camera → Cyclorama</source>
        <translation>三个点 → 设置 → 视频 → 摄像头 → Cyclorama</translation>
    </message>
    <message>
        <source>More → Settings → Devices → Camera → Cyclorama</source>
        <translation>更多 → 设置 → 设备 → 摄像头 → Cyclorama</translation>
    </message>
    <message>
        <source>Arrow beside the video button → Camera → Cyclorama</source>
        <translation>视频按钮旁的箭头 → 摄像头 → Cyclorama</translation>
    </message>
    <message>
        <source>Sources → + → Video Capture Device → Cyclorama</source>
        <translation>来源 → + → 视频采集设备 → Cyclorama</translation>
    </message>
    <message>
        <source>Not listed? Restart the meeting program after pressing Start.</source>
        <translation>没有列出？请在按“开始”后重新启动会议程序。</translation>
    </message>
    <message>
        <source>Turn off the meeting program&apos;s own background effect.</source>
        <translation>请关闭会议程序自带的背景效果。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to fix</source>
        <translation>
            <numerusform>%n 个问题需要解决</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready.</source>
        <translation>一切就绪。</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Delay from camera to meeting</source>
        <translation>从摄像头到会议的延迟</translation>
    </message>
    <message>
        <source>Processor, 100 % is one core</source>
        <translation>处理器，100% 为一个核心</translation>
    </message>
    <message>
        <source>Show figures over the picture</source>
        <translation>在画面上显示数据</translation>
    </message>
    <message>
        <source>Frames in</source>
        <translation>输入帧</translation>
    </message>
    <message>
        <source>Frames out</source>
        <translation>输出帧</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>丢弃帧</translation>
    </message>
    <message>
        <source>Delay, median · 95 %</source>
        <translation>延迟，中位数 · 95%</translation>
    </message>
    <message>
        <source>{stage}, median · 95 %</source>
        <translation>{stage}，中位数 · 95%</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Cyclorama</source>
        <translation>显示 Cyclorama</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>已恢复运行</translation>
    </message>
</context>
</TS>
